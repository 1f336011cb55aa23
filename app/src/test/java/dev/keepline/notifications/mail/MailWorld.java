package dev.keepline.notifications.mail;

import dev.keepline.database.PostgresTest;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobsDesk;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.Outbox;
import dev.keepline.notifications.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** An outbox on PostgreSQL and SMTP whose jobs are taken up by hand. */
public final class MailWorld {

    private final PostgresTest postgres;
    private final LetterRows rows;
    private final MailJob job;
    private final Outbox outbox;
    private final Undelivered undelivered;

    public MailWorld(PostgresTest postgres, int smtpPort) {
        this.postgres = postgres;
        this.rows = new LetterRows(postgres.jdbc());
        var settings = new MailSettings(
                "127.0.0.1",
                smtpPort,
                MailSettings.Security.NONE,
                null,
                null,
                "Keepline <hello@keepline.example>",
                Duration.ofSeconds(3),
                null,
                Duration.ofDays(5));
        this.job = new MailJob(
                rows, new SmtpPost(settings), settings.giveUpAfter(), postgres.transactions(), InstantSource.system());
        this.undelivered = new Undelivered(postgres.jdbc(), postgres.transactions());
        this.outbox = new Outbox(rows, new JobsDesk(postgres).jobs, postgres.transactions());
    }

    public Outbox outbox() {
        return outbox;
    }

    public Undelivered undelivered() {
        return undelivered;
    }

    /** Takes up the letter's job once. @return what is to become of it: Rest or At */
    public String work(AccountId account, String key) {
        return job.step(new Claim(new WakeRef(MailJob.KIND, account, key), 1, 1))
                .getClass()
                .getSimpleName();
    }

    /** Why the server refused it. */
    public String refusal(AccountId account, String key) {
        return postgres.owner()
                .sql("select refusal from letter where account_id = ? and key = ?")
                .param(account.value())
                .param(key)
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** The wait after a letter of that age could not be handed over. */
    public Duration wait(Duration age) {
        var now = Instant.parse("2026-11-25T12:00:00Z");
        return Duration.between(now, MailJob.later(now.minus(age), now));
    }

    /** Makes the letter that old. */
    public void age(AccountId account, String key, Duration age) {
        postgres.owner()
                .sql("update letter set created_at = now() - cast(? as interval) where account_id = ? and key = ?")
                .params(age.toString(), account.value(), key)
                .update();
    }
}
