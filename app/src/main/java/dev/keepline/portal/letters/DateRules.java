package dev.keepline.portal.letters;

import dev.keepline.lines.Line;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Whether a line's dates are true when a letter about an order is written. Pure. */
final class DateRules {

    private DateRules() {}

    /**
     * Whether the carrier's record was read last between the order and its end without a charge: it may name a date that the
     * carrier has taken back since.
     */
    static boolean overtaken(Line line, RenewalView view) {
        var reached = view.reached();
        var ordered = reached.get(Phase.ORDERED);
        var ended = Stream.of(Phase.RELEASING, Phase.NOT_CHARGED)
                .filter(reached::containsKey)
                .map(reached::get)
                .min(Instant::compareTo);
        if (ordered == null || ended.isEmpty()) {
            return false;
        }
        return line.dates()
                .recorded()
                .map(Line.Recorded::readAt)
                .filter(at -> !at.isBefore(ordered) && at.isBefore(ended.get()))
                .isPresent();
    }

    /** Until when a letter waits for the record to be read again. */
    static Instant patience(RenewalView view) {
        var ended = view.reached().values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        return ended.plus(Duration.ofMinutes(10));
    }
}
