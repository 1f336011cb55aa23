package dev.keepline.identity.web;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Spring's sessions, read and written only as far as a request needs: most only ask whose the session is. See {@link
 * SparingSession}.
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSession<S>> {

    /** What Spring makes of one: any other cookie is made up, and may hold what a database cannot even be asked for. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final FindByIndexNameSessionRepository<S> sessions;
    private final Supplier<SessionRows> rows;
    private final InstantSource clock;

    /** @param rows asked for at the first request: they need beans that are made later than this one */
    SparingSessions(FindByIndexNameSessionRepository<S> sessions, Supplier<SessionRows> rows, InstantSource clock) {
        this.sessions = sessions;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public SparingSession<S> createSession() {
        return SparingSession.whole(sessions.createSession());
    }

    @Override
    public void save(SparingSession<S> session) {
        session.touched().ifPresent(sessions::save);
    }

    @Override
    public @Nullable SparingSession<S> findById(String id) {
        if (!ID.matcher(id).matches()) {
            return null;
        }
        return rows.get()
                .find(id)
                .map(stored -> stored.expired(clock.instant()) ? null : SparingSession.of(stored, () -> whole(id)))
                .orElse(null);
    }

    /** Somebody may have ended it since the request began. */
    private S whole(String id) {
        S found = sessions.findById(id);
        if (found == null) {
            throw new IllegalStateException("the session ended during its request");
        }
        return found;
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public Map<String, SparingSession<S>> findByIndexNameAndIndexValue(String name, String value) {
        return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> SparingSession.whole(entry.getValue())));
    }
}
