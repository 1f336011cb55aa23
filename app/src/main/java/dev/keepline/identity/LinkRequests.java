package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.identity.links.RequestRows;
import dev.keepline.identity.signin.Subject;
import dev.keepline.identity.signin.TryLimit;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
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

    private final RequestRows rows;
    private final TryLimit limit;
    private final Jobs jobs;
    private final Transactions transactions;
    private final InstantSource clock;

    LinkRequests(RequestRows rows, TryLimit limit, Jobs jobs, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.limit = limit;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Asks for a link by e-mail, for somebody who is not signed in.
     *
     * @param to the address, and the language of the letter
     * @param from the network address the wish comes from
     * @param next the page they want to see afterwards, a path of ours
     * @return until when to wait when there were too many; empty when it was taken
     */
    public Optional<Instant> ask(Purpose purpose, Recipient to, String from, Optional<String> next) {
        var until = limit.take(Subject.LETTER, to.email(), from, clock.instant());
        if (until.isEmpty()) {
            var id = UUID.randomUUID();
            transactions.inAccount(to.account(), () -> {
                rows.insert(id, new RequestRows.Request(purpose, to, next), clock.instant());
                jobs.scheduleNow(new WakeRef(JOB, to.account(), id.toString()));
            });
        }
        return until;
    }

    /** Asks for a link in the name of an account: to a new address. */
    public Optional<Instant> ask(Purpose purpose, Recipient to, String from) {
        return ask(purpose, to, from, Optional.empty());
    }

    /** Somebody unknown, at this address. */
    public static Recipient nobody(EmailAddress email, String language) {
        return new Recipient(NOBODY, email, language);
    }
}
