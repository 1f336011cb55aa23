package dev.keepline.portal.letters;

import dev.keepline.identity.StaffAccounts;
import dev.keepline.identity.StaffAccounts.Member;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.ledger.Journal;
import dev.keepline.support.Digests;
import dev.keepline.support.SupportSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the operator's staff by e-mail what is new: nobody has to keep the console open. Each person gets one letter at most
 * in the time that the settings say, and none when nothing is new.
 */
@Component
@ConditionalOnWebApplication
class StaffDigests implements JobHandler {

    static final WakeRef JOB = new WakeRef("staff-digest", Journal.OPERATOR, "all");

    /** So often it is looked whether something is new. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(StaffDigests.class);

    private final StaffAccounts staff;
    private final Digests digests;
    private final DigestLetters letters;
    private final Rhythm rhythm;

    StaffDigests(StaffAccounts staff, Digests digests, DigestLetters letters, Rhythm rhythm) {
        this.staff = staff;
        this.digests = digests;
        this.letters = letters;
        this.rhythm = rhythm;
    }

    /** When it works. */
    @Component
    record Rhythm(Jobs jobs, SupportSettings settings, InstantSource clock) {

        boolean off() {
            return settings.digestEvery().isZero();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!rhythm.off()) {
            rhythm.jobs().scheduleNow(JOB);
        }
    }

    @Override
    public String kind() {
        return JOB.kind();
    }

    @Override
    public Next step(Claim claim) {
        if (rhythm.off()) {
            return new Next.Rest();
        }
        var now = rhythm.clock().instant();
        staff.list().stream().filter(member -> member.email().isPresent()).forEach(member -> tell(member, now));
        return new Next.At(now.plus(LOOK));
    }

    private void tell(Member member, Instant now) {
        if (!isTime(member.account(), now)) {
            return;
        }
        var untold = digests.untold(member.account());
        if (!untold.isEmpty()) {
            letters.letter(member.account(), untold, now)
                    .ifPresent(letter -> digests.tell(member.account(), untold, letter, now));
        }
    }

    private boolean isTime(AccountId account, Instant now) {
        return digests.lastAt(account)
                .filter(last -> now.isBefore(last.plus(rhythm.settings().digestEvery())))
                .isEmpty();
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("staff is told of nothing new any more: {}", cause);
    }
}
