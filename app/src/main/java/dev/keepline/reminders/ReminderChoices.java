package dev.keepline.reminders;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.reminders.Reminder.Kind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which kinds of reminders an account wants, and of which lines: all, until it says otherwise. */
@Service
public class ReminderChoices {

    private final ReminderRows rows;
    private final Transactions transactions;

    public ReminderChoices(ReminderRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** What a token from a letter stands for. */
    public record Choice(AccountId account, Kind kind, boolean wanted) {}

    /** The kinds the account wants. */
    public Set<Kind> wanted(AccountId account) {
        var wanted = EnumSet.allOf(Kind.class);
        transactions.oneStatement(account, () -> rows.unwanted(account)).forEach(wanted::remove);
        return wanted;
    }

    /** Ends a kind, or begins it again. */
    public void choose(AccountId account, Kind kind, boolean wanted, Instant now) {
        transactions.inAccount(account, () -> rows.choose(account, kind, wanted, now));
    }

    /** The lines of which nothing is sent, whatever kinds are wanted. */
    public Set<LineId> silent(AccountId account) {
        return transactions.oneStatement(account, () -> rows.silent(account));
    }

    /** Ends the reminders of one line, or begins them again. */
    public void chooseLine(AccountId account, LineId line, boolean wanted, Instant now) {
        transactions.inAccount(account, () -> rows.choose(account, line, wanted, now));
    }

    /** Ends this kind for this account without signing in; nobody can guess it. In the caller's transaction. */
    UUID token(AccountId account, Kind kind, Instant now) {
        return transactions.inAccount(account, () -> rows.token(account, kind, now));
    }

    /** Erases which reminders went out and which are wanted, of an account that is deleted. */
    public void forget(AccountId account) {
        transactions.inAccount(account, () -> rows.erase(account));
    }

    /** What a token from a letter stands for; empty when it stands for nothing. */
    public Optional<Choice> byToken(UUID token) {
        return transactions.outsideAccounts(() -> rows.byToken(token));
    }
}
