package dev.keepline.renewal.outside;

import dev.keepline.jobs.WakeRef;
import java.util.function.Supplier;

/** Which renewal the present thread works on, so that answers are kept with it. */
public final class AtWork {

    private static final ScopedValue<WakeRef> JOB = ScopedValue.newInstance();

    private AtWork() {}

    /** Does something for this renewal's job. */
    public static <T> T on(WakeRef job, Supplier<T> work) {
        return ScopedValue.where(JOB, job).call(work::get);
    }

    static java.util.Optional<WakeRef> job() {
        return JOB.isBound() ? java.util.Optional.of(JOB.get()) : java.util.Optional.empty();
    }
}
