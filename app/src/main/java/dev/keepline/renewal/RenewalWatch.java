package dev.keepline.renewal;

import dev.keepline.renewal.engine.Stage;
import java.util.List;
import java.util.stream.Stream;

/** Told of each stage that a renewal reaches in this process, once it is committed. A crash in between tells nobody. */
@FunctionalInterface
public interface RenewalWatch {

    /** Stages whose first time must not go unnoticed: they count from zero, not from the first. */
    List<String> WEIGHTY = Stream.of(
                    Stage.Renewed.class,
                    Stage.Voiding.class,
                    Stage.NotCharged.class,
                    Stage.InReview.class,
                    Stage.Owed.class,
                    Stage.Refunded.class,
                    Stage.RefundFailed.class)
            .map(Class::getSimpleName)
            .toList();

    /**
     * A renewal got there.
     *
     * @param stage the stage's name
     * @param connector over which it is ordered
     */
    void reached(String stage, String connector);
}
