package dev.keepline.renewal;

import dev.keepline.kernel.RenewalId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells those in this process who watch a renewal that it moved: a hint that saves them from looking all the time. Another
 * process of the same installation hints nothing here, so whoever waits looks from time to time all the same.
 */
public final class Moves {

    private final Map<RenewalId, List<Semaphore>> watched = new ConcurrentHashMap<>();

    /** Somebody who watches, until this is closed. */
    public final class Watch implements AutoCloseable {

        private final RenewalId renewal;
        private final Semaphore moved = new Semaphore(0);

        private Watch(RenewalId renewal) {
            this.renewal = renewal;
        }

        /** Waits until the renewal moves, and no longer than that; what moved since the last wait counts. */
        public void await(Duration most) {
            try {
                if (moved.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                    moved.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() {
            watched.computeIfPresent(renewal, (_, all) -> {
                var others = all.stream().filter(each -> !each.equals(moved)).toList();
                return others.isEmpty() ? null : others;
            });
        }
    }

    /** Begins to watch. */
    public Watch watch(RenewalId renewal) {
        var watch = new Watch(renewal);
        watched.merge(renewal, List.of(watch.moved), Moves::both);
        return watch;
    }

    private static List<Semaphore> both(List<Semaphore> some, List<Semaphore> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A commit of this renewal is durable. */
    void happened(RenewalId renewal) {
        watched.getOrDefault(renewal, List.of()).forEach(Semaphore::release);
    }
}
