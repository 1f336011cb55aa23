package dev.keepline.imports;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Invites the holders of a file's lines, some at a time, so that a large file floods no mail server. */
@Component
final class InvitationJob implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationJob.class);

    private static final int AT_ONCE = 50;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Invitations invitations;
    private final InstantSource clock;

    InvitationJob(Invitations invitations, InstantSource clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Invitations.KIND;
    }

    @Override
    public Next step(Claim claim) {
        var now = clock.instant();
        var emails = invitations.uninvited(ImportId.parse(claim.job().key()), AT_ONCE, now);
        emails.forEach(email -> invitations.send(email, now));
        return emails.isEmpty() ? new Next.Rest() : new Next.At(now.plus(PAUSE));
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("the holders of import {} are not invited any further: {}", job.key(), cause);
    }
}
