package dev.keepline.imports;

import dev.keepline.database.Transactions;
import dev.keepline.imports.store.InvitationRows;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.Lines;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Gives imported lines to the account that comes with their invitation: the token is the only key. What a crash leaves half
 * done a job finishes, since the operator's books and the account's are two transactions.
 */
@Service
public class Claims {

    static final String KIND = "line-claim";

    private static final Duration SAFETY = Duration.ofMinutes(1);

    private final InvitationRows rows;
    private final Lines lines;
    private final Jobs jobs;
    private final Transactions transactions;

    Claims(InvitationRows rows, Lines lines, Jobs jobs, Transactions transactions) {
        this.rows = rows;
        this.lines = lines;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** What a token opens for this account; empty where it opens nothing, for whatever reason. */
    public Optional<Invitation> open(String token, AccountId account, Instant now) {
        return transactions
                .inAccount(Invitations.OPERATOR, () -> rows.find(Invitations.OPERATOR, Invitations.digest(token), now))
                .filter(invitation -> invitation.usedBy().map(account::equals).orElse(true));
    }

    /** The address an invitation that nobody has used went to: whoever signs up by it is likely to be its reader. */
    public Optional<String> invited(String token, Instant now) {
        return transactions
                .inAccount(Invitations.OPERATOR, () -> rows.find(Invitations.OPERATOR, Invitations.digest(token), now))
                .filter(invitation -> invitation.usedBy().isEmpty())
                .map(Invitation::email);
    }

    /**
     * Claims everything the token opens.
     *
     * @return false where it opens nothing: never sent, expired, replaced by a newer one, or used by another account
     */
    public boolean claim(String token, AccountId account, Instant now) {
        var hash = Invitations.digest(token);
        if (open(token, account, now).isEmpty()) {
            return false;
        }
        jobs.schedule(new WakeRef(KIND, account, hash), now.plus(SAFETY));
        boolean ours =
                transactions.inAccount(Invitations.OPERATOR, () -> rows.use(Invitations.OPERATOR, hash, account, now));
        if (ours) {
            take(account, now);
        }
        return ours;
    }

    /** Puts what the account has claimed into its books; what is there already stays. */
    void take(AccountId account, Instant now) {
        var claimed = transactions.inAccount(Invitations.OPERATOR, () -> rows.claimedBy(account));
        claimed.forEach(line -> lines.take(account, line.id(), line.line(), line.told(), now));
    }
}
