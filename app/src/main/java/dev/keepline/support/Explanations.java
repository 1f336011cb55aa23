package dev.keepline.support;

import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Progress;
import dev.keepline.renewal.RenewalsUnderWay;
import dev.keepline.support.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why our books may differ from others' at one moment: open cases, and renewals that are at work. */
final class Explanations {

    /** A renewal that has not moved for longer is not at work but stuck: by then it must have opened a case. */
    private static final Duration AT_WORK = Duration.ofMinutes(15);

    private final Set<RenewalId> withCase = new HashSet<>();
    private final Map<RenewalId, Progress> underWay = new HashMap<>();
    private final Instant now;

    Explanations(Cases cases, RenewalsUnderWay renewals, Instant now) {
        this.now = now;
        renewals.each(progress -> underWay.put(progress.renewal(), progress));
        cases.each(open -> open.renewal().ifPresent(withCase::add));
    }

    Verdict of(Optional<RenewalId> renewal) {
        if (renewal.filter(withCase::contains).isPresent()) {
            return Verdict.EXPLAINED;
        }
        return renewal.map(underWay::get).filter(this::atWork).isPresent() ? Verdict.IN_MOTION : Verdict.DIFFERENCE;
    }

    private boolean atWork(Progress progress) {
        return progress.page().isPresent() || progress.movedAt().plus(AT_WORK).isAfter(now);
    }

    Collection<Progress> underWay() {
        return underWay.values();
    }
}
