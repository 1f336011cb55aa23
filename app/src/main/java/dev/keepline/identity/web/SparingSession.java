package dev.keepline.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * A session of which only its row is known until somebody asks for more or changes it. The time of its use is noted once an
 * hour: Spring Session notes each request, one UPDATE a page.
 */
final class SparingSession<S extends Session> implements Session {

    private static final Duration PRECISION = Duration.ofHours(1);

    private final Optional<SessionRows.Stored> row;
    private final Supplier<S> load;
    private Optional<S> whole;

    private SparingSession(Optional<SessionRows.Stored> row, Supplier<S> load, Optional<S> whole) {
        this.row = row;
        this.load = load;
        this.whole = whole;
    }

    static <S extends Session> SparingSession<S> of(SessionRows.Stored row, Supplier<S> load) {
        return new SparingSession<>(Optional.of(row), load, Optional.empty());
    }

    static <S extends Session> SparingSession<S> whole(S session) {
        return new SparingSession<>(Optional.empty(), () -> session, Optional.of(session));
    }

    /** Spring's own, if this one was more than looked at. */
    Optional<S> touched() {
        return whole;
    }

    private S session() {
        if (whole.isEmpty()) {
            whole = Optional.of(load.get());
        }
        return whole.get();
    }

    /** The row, as long as nothing may have changed since it was read. */
    private Optional<SessionRows.Stored> known() {
        return whole.isEmpty() ? row : Optional.empty();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        if (getLastAccessedTime().plus(PRECISION).isBefore(time)) {
            session().setLastAccessedTime(time);
        }
    }

    @Override
    public String getId() {
        return known().map(SessionRows.Stored::id).orElseGet(() -> session().getId());
    }

    @Override
    public String changeSessionId() {
        return session().changeSessionId();
    }

    @Override
    @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"}) // the interface says so
    public <T> @Nullable T getAttribute(String name) {
        return known().isPresent() && name.equals(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME)
                ? (T) known().get().principal()
                : session().getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session().getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        session().setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        session().removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return known().map(SessionRows.Stored::createdAt)
                .orElseGet(() -> session().getCreationTime());
    }

    @Override
    public Instant getLastAccessedTime() {
        return known().map(SessionRows.Stored::lastUsedAt)
                .orElseGet(() -> session().getLastAccessedTime());
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session().setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return known().map(SessionRows.Stored::idle).orElseGet(() -> session().getMaxInactiveInterval());
    }

    /** The row was in time when it was read. */
    @Override
    public boolean isExpired() {
        return known().isEmpty() && session().isExpired();
    }
}
