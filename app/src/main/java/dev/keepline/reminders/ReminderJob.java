package dev.keepline.reminders;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.Recipient;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the lines of one account whenever a letter may be due, and every few hours, since dates change meanwhile. */
final class ReminderJob implements JobHandler {

    static final String KIND = "reminders";
    static final String KEY = "all";

    /** A date that changes brings its letter out at the latest so long after: within the day's hours in any case. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private static final Logger LOG = LoggerFactory.getLogger(ReminderJob.class);

    private final Accounts accounts;
    private final Lines lines;
    private final Reminders reminders;
    private final InstantSource clock;

    ReminderJob(Accounts accounts, Lines lines, Reminders reminders, InstantSource clock) {
        this.accounts = accounts;
        this.lines = lines;
        this.reminders = reminders;
        this.clock = clock;
    }

    static WakeRef ref(AccountId account) {
        return new WakeRef(KIND, account, KEY);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Next step(Claim claim) {
        var account = claim.job().account();
        var now = clock.instant();
        var all = lines.of(account);
        accounts.recipient(account).ifPresent(reader -> send(reader, all, now));
        return new Next.At(next(all, now));
    }

    private void send(Recipient reader, List<Line> all, Instant now) {
        all.forEach(line -> reminders.send(reader, line, now));
    }

    private static Instant next(List<Line> all, Instant now) {
        return all.stream()
                .map(line -> ReminderRules.nextLook(now, line.home().zone()))
                .filter(at -> at.isBefore(now.plus(LONGEST)))
                .min(Instant::compareTo)
                .orElse(now.plus(LONGEST));
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("reminders of account {} are set aside after failing too often: {}", job.account(), cause);
    }
}
