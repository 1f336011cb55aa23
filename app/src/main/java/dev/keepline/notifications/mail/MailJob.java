package dev.keepline.notifications.mail;

import dev.keepline.database.Transactions;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one letter to the mail server. */
public final class MailJob implements JobHandler {

    /** Of the jobs; their key is the letter's. */
    public static final String KIND = "mail";

    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final LetterRows rows;
    private final SmtpPost post;
    private final Duration patience;
    private final Transactions transactions;
    private final InstantSource clock;

    /** @param patience a letter that the server keeps putting off is given up at this age */
    MailJob(LetterRows rows, SmtpPost post, Duration patience, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.post = post;
        this.patience = patience;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next step(Claim claim) {
        var account = claim.job().account();
        var key = claim.job().key();
        var letter = transactions.inAccount(account, () -> rows.waiting(account, key));
        if (letter.isEmpty()) {
            return new Next.Rest();
        }
        return switch (post.post(letter.get())) {
            case Posting.Sent _ -> {
                transactions.inAccount(account, () -> rows.sent(account, key, clock.instant()));
                yield new Next.Rest();
            }
            case Posting.Refused refused -> giveUp(claim.job(), letter.get(), refused.why());
            case Posting.PutOff putOff ->
                tooOld(letter.get())
                        ? giveUp(claim.job(), letter.get(), putOff.why())
                        : wait(letter.get(), putOff.why());
            case Posting.Later later -> wait(letter.get(), later.why());
        };
    }

    private boolean tooOld(LetterRows.Sealed letter) {
        return !clock.instant().isBefore(letter.createdAt().plus(patience));
    }

    private Next giveUp(WakeRef job, LetterRows.Sealed letter, String why) {
        LOG.warn("letter {} is given up: {}", letter.id(), why);
        transactions.inAccount(job.account(), () -> rows.refused(job.account(), job.key(), why, clock.instant()));
        return new Next.Rest();
    }

    private Next wait(LetterRows.Sealed letter, String why) {
        LOG.info("letter {} waits: {}", letter.id(), why);
        return new Next.At(later(letter.createdAt(), clock.instant()));
    }

    /** Waits about a quarter of its age, so that an outage costs few tries and its end is noticed within minutes. */
    static Instant later(Instant since, Instant now) {
        var quarter = Duration.between(since, now).dividedBy(4);
        var wait = quarter.compareTo(SOON) < 0 ? SOON : quarter.compareTo(AT_MOST) > 0 ? AT_MOST : quarter;
        var half = wait.toMillis() / 2;
        return now.plusMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("a letter is set aside after failing too often: {}", cause);
    }
}
