package dev.keepline.sandbox.dtone;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Callers of the synchronous mode, held until their transaction ends. */
final class Waiting {

    private final Map<Long, CountDownLatch> latches = new ConcurrentHashMap<>();

    void ended(long id) {
        @Nullable CountDownLatch latch = latches.remove(id);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** Whether it ended in time. The check comes after the latch is placed, so an end in between is not missed. */
    boolean await(long id, Duration atMost, BooleanSupplier alreadyEnded) {
        CountDownLatch latch = latches.computeIfAbsent(id, absent -> new CountDownLatch(1));
        try {
            boolean ended = alreadyEnded.getAsBoolean();
            if (!ended) {
                ended = latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
            return ended;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            latches.remove(id, latch);
        }
    }
}
