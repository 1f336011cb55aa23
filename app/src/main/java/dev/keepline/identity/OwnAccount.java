package dev.keepline.identity;

import dev.keepline.identity.links.Links;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What somebody who is signed in changes about the own account, with the password asked for again. */
@Service
public class OwnAccount {

    private final Reentry reentry;
    private final NewPasswords passwords;
    private final LinkRequests requests;
    private final Links links;
    private final InstantSource clock;

    OwnAccount(Reentry reentry, NewPasswords passwords, LinkRequests requests, Links links, InstantSource clock) {
        this.reentry = reentry;
        this.passwords = passwords;
        this.requests = requests;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Who changes something, and where.
     *
     * @param session its id
     */
    public record By(AccountId account, String password, Origin origin, String session) {}

    /** A new password; what was asked for before ends with it. Ending the other sessions is the caller's. */
    public Changed password(By by, String fresh) {
        var refused = refuse(by);
        if (refused.isPresent()) {
            return refused.get();
        }
        var problem = passwords.problem(by.account(), fresh);
        if (problem.isPresent()) {
            return new Changed.Poor(problem.get());
        }
        var now = clock.instant();
        passwords.set(by.account(), fresh, now, () -> true);
        return new Changed.Done();
    }

    /** Sends a link to a new address: the change is made by whoever reads it there. Says nothing of who has that address. */
    public Changed email(By by, EmailAddress fresh, String language) {
        return refuse(by).orElseGet(() -> {
            Optional<Instant> until =
                    requests.ask(Purpose.NEW_EMAIL, new Recipient(by.account(), fresh, language), by.origin());
            return until.<Changed>map(Changed.Wait::new).orElseGet(Changed.Done::new);
        });
    }

    /** The new address that was asked for and is not confirmed yet. */
    public Optional<EmailAddress> pendingEmail(AccountId account) {
        return links.pending(account, Purpose.NEW_EMAIL, clock.instant());
    }

    /** The link to a new address, if there is one, works no more. It takes nothing away, so no password is asked for. */
    public void cancelEmail(AccountId account) {
        links.endPending(account, Purpose.NEW_EMAIL, clock.instant());
    }

    /** Ends what was asked for and is not done yet: links to a new address, links to choose a password. */
    public void endPending(AccountId account) {
        links.endPending(account, clock.instant());
    }

    /** Whether it is the person, and nothing more. */
    public Changed confirm(By by) {
        return refuse(by).orElseGet(Changed.Done::new);
    }

    private Optional<Changed> refuse(By by) {
        return reentry.refuseInSession(by.account(), by.password(), by.session());
    }
}
