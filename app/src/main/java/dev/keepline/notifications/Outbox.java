package dev.keepline.notifications;

import dev.keepline.database.Transactions;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.mail.LetterRows;
import dev.keepline.notifications.mail.MailJob;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Sends e-mail: writes the letter and its job in the caller's transaction, so that it goes out if, and only if, what it
 * tells of was committed. It waits here as long as the mail server is away.
 */
@Service
public class Outbox {

    private final LetterRows rows;
    private final Jobs jobs;
    private final Transactions transactions;

    public Outbox(LetterRows rows, Jobs jobs, Transactions transactions) {
        this.rows = rows;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * Sends it, at least once. In rare crashes twice, then with the same Message-ID.
     *
     * @param account whose letter it is
     * @param key names the occasion, unique within the account, for example {@code recover/2f1c…}: one letter per occasion
     * @return false when a letter of that key was sent before; nothing is sent then
     */
    public boolean send(AccountId account, String key, Letter letter, Instant now) {
        return transactions.inAccount(account, () -> {
            boolean added = rows.add(account, key, letter, now);
            if (added) {
                jobs.scheduleNow(new WakeRef(MailJob.KIND, account, key));
            }
            return added;
        });
    }

    /** Erases every letter of an account that is deleted, on its way or not; in the caller's transaction where there is one. */
    public void forget(AccountId account) {
        transactions.inAccount(account, () -> rows.deleteAll(account));
    }

    /** Erases the letters to an address that are on their way in the name of another account, such as the operator's. */
    public void forget(AccountId account, String address) {
        transactions.inAccount(account, () -> rows.deleteTo(account, address));
    }
}
