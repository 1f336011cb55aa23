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
    private final Transactions transactions;
    private final InstantSource clock;

    MailJob(LetterRows rows, SmtpPost post, Transactions transactions, InstantSource clock) {
        this.rows = rows;
        this.post = post;
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
            case Posting.Refused refused -> {
                LOG.warn("letter {} was refused: {}", letter.get().id(), refused.why());
                transactions.inAccount(account, () -> rows.refused(account, key, refused.why(), clock.instant()));
                yield new Next.Rest();
            }
            case Posting.Later later -> {
                LOG.info("letter {} waits: {}", letter.get().id(), later.why());
                yield new Next.At(later(letter.get().createdAt(), clock.instant()));
            }
        };
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
