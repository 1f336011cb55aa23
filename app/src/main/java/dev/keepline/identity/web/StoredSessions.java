package dev.keepline.identity.web;

import static org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

import dev.keepline.identity.OpenSession;
import dev.keepline.identity.OpenSessions;
import dev.keepline.kernel.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions as Spring Session keeps them. */
@Component
class StoredSessions implements OpenSessions {

    /** What a browser calls itself. */
    static final String BROWSER = "browser";

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

    StoredSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<OpenSession> of(AccountId account) {
        return stored(account).stream()
                .filter(session -> !session.isExpired())
                .map(StoredSessions::open)
                .sorted(Comparator.comparing(OpenSession::lastUsedAt).reversed())
                .toList();
    }

    @Override
    public boolean isOpen(AccountId account, String sessionId) {
        Session found = sessions.getObject().findById(sessionId);
        return found != null
                && !found.isExpired()
                && account.toString().equals(found.getAttribute(PRINCIPAL_NAME_INDEX_NAME));
    }

    @Override
    public boolean end(AccountId account, String name) {
        return end(account, session -> OpenSession.nameOf(session.getId()).equals(name)) > 0;
    }

    @Override
    public void endOthers(AccountId account, String sessionId) {
        end(account, session -> !session.getId().equals(sessionId));
    }

    @Override
    public void endAll(AccountId account) {
        end(account, _ -> true);
    }

    private int end(AccountId account, Predicate<Session> which) {
        var ended = stored(account).stream().filter(which).toList();
        ended.forEach(session -> sessions.getObject().deleteById(session.getId()));
        return ended.size();
    }

    private List<Session> stored(AccountId account) {
        var found = sessions.getObject().findByIndexNameAndIndexValue(PRINCIPAL_NAME_INDEX_NAME, account.toString());
        return List.copyOf(found.values());
    }

    private static OpenSession open(Session session) {
        String browser = session.getAttributeOrDefault(BROWSER, "");
        return new OpenSession(
                OpenSession.nameOf(session.getId()), browser, session.getCreationTime(), session.getLastAccessedTime());
    }
}
