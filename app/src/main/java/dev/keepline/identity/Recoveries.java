package dev.keepline.identity;

import dev.keepline.identity.links.Link;
import dev.keepline.identity.links.Links;
import dev.keepline.identity.signin.TryLimit;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Gives somebody who reads the account's mailbox a new password. Every session ends. */
@Service
public class Recoveries {

    private final Links links;
    private final NewPasswords passwords;
    private final OpenSessions sessions;
    private final TryLimit limit;
    private final InstantSource clock;

    Recoveries(Links links, NewPasswords passwords, OpenSessions sessions, TryLimit limit, InstantSource clock) {
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.limit = limit;
        this.clock = clock;
    }

    /** The address of the account the link opens; empty when the link is used or too old. Looking does not use it. */
    public Optional<EmailAddress> look(String token) {
        return links.look(token, Purpose.RECOVER, clock.instant()).map(Link::email);
    }

    /** Sets the password and uses the link, and all others like it. */
    public Result complete(String token, String password, Origin origin) {
        var now = clock.instant();
        var found = links.look(token, Purpose.RECOVER, now);
        if (found.isEmpty()) {
            return new Result.LinkGone();
        }
        var link = found.get();
        var problem = passwords.problem(link.account(), password);
        if (problem.isPresent()) {
            return new Result.Poor(problem.get());
        }
        boolean done = passwords.set(link.account(), password, now, () -> links.use(link, now));
        if (!done) {
            return new Result.LinkGone();
        }
        sessions.endAll(link.account());
        limit.recovered(link.email(), origin);
        return new Result.Done();
    }

    /** What came of it. */
    public sealed interface Result {

        record Done() implements Result {}

        record LinkGone() implements Result {}

        /** The password cannot be that one; the link still works. */
        record Poor(PasswordRules.Problem problem) implements Result {}
    }
}
