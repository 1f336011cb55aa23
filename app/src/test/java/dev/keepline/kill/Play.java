package dev.keepline.kill;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets scenes go on until something has happened. */
final class Play {

    private Play() {}

    /** @throws AssertionError when it has not happened in time; it says where everything stands */
    static void until(BooleanSupplier happened, Duration longest, String what, Life life, Scene... scenes) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + longest + " " + what + ": " + List.of(scenes));
            }
            for (var scene : scenes) {
                scene.play(life);
            }
            LockSupport.parkNanos(15_000_000);
        }
    }
}
