package dev.keepline.identity.links;

import dev.keepline.database.Transactions;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.LinkRequests;
import dev.keepline.identity.Purpose;
import dev.keepline.identity.Recipient;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at what somebody asked for, and writes to whom it concerns. */
@Component
class RequestJob implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RequestJob.class);

    private final RequestRows rows;
    private final Accounts accounts;
    private final AccountLetters letters;
    private final Transactions transactions;

    RequestJob(RequestRows rows, Accounts accounts, AccountLetters letters, Transactions transactions) {
        this.rows = rows;
        this.accounts = accounts;
        this.letters = letters;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return LinkRequests.JOB;
    }

    @Override
    public Next step(Claim claim) {
        var account = claim.job().account();
        var id = UUID.fromString(claim.job().key());
        transactions.inAccount(account, () -> rows.find(account, id)).ifPresent(request -> {
            answer(id, request);
            transactions.inAccount(account, () -> {
                rows.delete(account, id);
            });
        });
        return new Next.Rest();
    }

    private void answer(UUID id, RequestRows.Request request) {
        var to = request.to();
        var known = accounts.byEmail(to.email());
        switch (request.purpose()) {
            case SIGN_UP, NEW_EMAIL -> {
                if (known.isPresent() && !known.get().equals(to.account())) {
                    known.flatMap(accounts::recipient).ifPresent(owner -> tell(id, request, owner));
                } else {
                    confirm(id, request);
                }
            }
            case RECOVER ->
                known.flatMap(accounts::recipient)
                        .ifPresent(
                                owner -> letters.sendLink(Purpose.RECOVER, owner, key(id), Map.of(), request.next()));
            case OLD_EMAIL -> throw new IllegalStateException("nobody asks for a link to an old address");
        }
    }

    /** Only while the wish stands, and in one transaction with its end: a new password may end it at this very moment. */
    private void confirm(UUID id, RequestRows.Request request) {
        var to = request.to();
        transactions.inAccount(to.account(), () -> {
            if (rows.delete(to.account(), id)) {
                // Who reads a letter to a new address must see whose account it is.
                var old = accounts.recipient(to.account())
                        .map(present -> present.email().value())
                        .orElse("");
                letters.sendLink(request.purpose(), to, key(id), Map.of("old", old), request.next());
            }
        });
    }

    /** Who has the address is told that somebody tried to use it; who tried is told nothing. */
    private void tell(UUID id, RequestRows.Request request, Recipient owner) {
        var kind = request.purpose() == Purpose.SIGN_UP ? "known" : "taken";
        letters.send(
                owner,
                kind,
                key(id),
                Map.of("email", owner.email().value()),
                Optional.of(Purpose.with("/login", request.next())));
    }

    private static String key(UUID id) {
        return "request/" + id;
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("a wish for a link by e-mail is set aside after failing too often: {}", cause);
    }
}
