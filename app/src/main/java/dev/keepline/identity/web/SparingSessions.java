package dev.keepline.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Writes a session only when it changed. Spring Session notes the time of each request, one UPDATE a page; here that
 * time is noted once an hour, which is precise enough for an idle limit of days.
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSessions.Sparing<S>> {

    private static final Duration PRECISION = Duration.ofHours(1);

    private final FindByIndexNameSessionRepository<S> sessions;

    SparingSessions(FindByIndexNameSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Sparing<S> createSession() {
        return new Sparing<>(sessions.createSession());
    }

    @Override
    public void save(Sparing<S> session) {
        sessions.save(session.session);
    }

    @Override
    public @Nullable Sparing<S> findById(String id) {
        S found = sessions.findById(id);
        return found == null ? null : new Sparing<>(found);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public Map<String, Sparing<S>> findByIndexNameAndIndexValue(String name, String value) {
        return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Sparing<>(entry.getValue())));
    }

    /** The session itself, but for the time of its last use. */
    static final class Sparing<S extends Session> implements Session {

        private final S session;

        Sparing(S session) {
            this.session = session;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (session.getLastAccessedTime().plus(PRECISION).isBefore(time)) {
                session.setLastAccessedTime(time);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface says so
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
