package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.identity.links.AccountLetters;
import dev.keepline.identity.links.RequestRows;
import dev.keepline.identity.signin.TryLimit;
import dev.keepline.identity.store.AccountRows;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * Takes wishes for a link. It does the same for every address, whoever has it or nobody: it notes the wish. A worker looks
 * at it afterwards.
 */
@Service
public class LinkRequests {

    /** Under whom what belongs to nobody yet is kept: the operator's own account. */
    public static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    /** The kind of the jobs that look at wishes. */
    public static final String JOB = "account-request";

    private final Desk desk;
    private final TryLimit limit;
    private final Transactions transactions;
    private final InstantSource clock;

    LinkRequests(Desk desk, TryLimit limit, Transactions transactions, InstantSource clock) {
        this.desk = desk;
        this.limit = limit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where a wish is noted, and who is told of it. */
    @Component
    record Desk(RequestRows rows, Jobs jobs, AccountRows accounts, AccountLetters letters) {}

    /**
     * Asks for a link by e-mail, for somebody who is not signed in.
     *
     * @param to the address, and the language of the letter
     * @param origin where the wish comes from
     * @param next the page they want to see afterwards, a path of ours
     * @return until when to wait when there were too many; empty when it was taken
     */
    public Optional<Instant> ask(Purpose purpose, Recipient to, Origin origin, Optional<String> next) {
        var now = clock.instant();
        var until = to.account().equals(NOBODY)
                ? limit.letter(to.email(), origin, now)
                : limit.letter(to.account(), origin, now);
        if (until.isEmpty()) {
            var id = UUID.randomUUID();
            transactions.inAccount(to.account(), () -> {
                desk.rows().insert(id, new RequestRows.Request(purpose, to, next), clock.instant());
                desk.jobs().scheduleNow(new WakeRef(JOB, to.account(), id.toString()));
                warn(purpose, to, id);
            });
        }
        return until;
    }

    /** Asks for a link in the name of an account: to a new address. */
    public Optional<Instant> ask(Purpose purpose, Recipient to, Origin origin) {
        return ask(purpose, to, origin, Optional.empty());
    }

    /** The present address hears of it when a change is asked for, not only when it is done. */
    private void warn(Purpose purpose, Recipient to, UUID id) {
        if (purpose == Purpose.NEW_EMAIL) {
            desk.accounts().recipient(to.account()).ifPresent(present -> {
                var facts = Map.<String, Object>of(
                        "old", present.email().value(), "fresh", to.email().value());
                desk.letters().send(present, "email-asked", id.toString(), facts, Optional.of("/recover"));
            });
        }
    }

    /** Somebody unknown, at this address. */
    public static Recipient nobody(EmailAddress email, String language) {
        return new Recipient(NOBODY, email, language);
    }
}
