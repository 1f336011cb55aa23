package dev.keepline.renewal.postgres;

import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.renewal.engine.Evidence;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which readings of the carrier's record a step acts on: kept with the renewal, since the next stage may forget them. */
final class ActedOn {

    private ActedOn() {}

    /** By their names in the column {@code records}: only what this step knows, so that it can be laid over what is kept. */
    static Map<String, Object> by(Stage stage, Stage next, Signal signal) {
        var known = new LinkedHashMap<String, Object>();
        read(signal).ifPresent(record -> name(stage).ifPresent(name -> known.put(name, record)));
        before(next).ifPresent(record -> known.put("before", record));
        evidence(next).flatMap(Evidence::after).ifPresent(record -> known.put("after", record));
        if (next instanceof Stage.InReview review) {
            known.put("finding", review.finding());
        }
        return known;
    }

    private static Optional<Snapshot> read(Signal signal) {
        return signal instanceof Signal.LineSaid(Outcome.Done<Snapshot>(var record))
                ? Optional.of(record)
                : Optional.empty();
    }

    /** What a reading is that was made in this stage. */
    private static Optional<String> name(Stage stage) {
        return switch (stage) {
            case Stage.Snapshotting _ -> Optional.of("before");
            case Stage.ReadingBack _, Stage.InReview _ -> Optional.of("after");
            default -> Optional.empty();
        };
    }

    private static Optional<Snapshot> before(Stage stage) {
        return switch (stage) {
            case Stage.Ordering ordering -> ordering.before();
            case Stage.ReadingBack back -> Optional.of(back.before());
            case Stage.InReview review -> Optional.of(review.before());
            default -> evidence(stage).flatMap(Evidence::before);
        };
    }

    private static Optional<Evidence> evidence(Stage stage) {
        return switch (stage) {
            case Stage.Capturing capturing -> Optional.of(capturing.evidence());
            case Stage.Owed owed -> Optional.of(owed.evidence());
            default -> Optional.empty();
        };
    }
}
