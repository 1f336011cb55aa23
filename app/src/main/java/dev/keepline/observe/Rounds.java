package dev.keepline.observe;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Does something again and again, on one thread of its own, for as long as the application runs. */
final class Rounds implements SmartLifecycle {

    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final Runnable round;
    private final Duration every;
    private final CountDownLatch ending =
            new CountDownLatch(1); // not an interrupt: that would break a connection in use
    private final Thread thread;

    /** @param round may fail with an {@link Error} only: that ends the rounds, which shows by ages that grow */
    Rounds(String name, Runnable round, Duration every) {
        this.round = round;
        this.every = every;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::loop);
    }

    private void loop() {
        try {
            do {
                round.run();
            } while (!ending.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        ending.countDown();
        try {
            thread.join(LAST_ROUND);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
