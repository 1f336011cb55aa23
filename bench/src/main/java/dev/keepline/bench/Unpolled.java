package dev.keepline.bench;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, nobody asks after the payments that are made: renewals poll their payment page every twenty seconds in case
 * a webhook was lost, and would find what is paid for before the webhooks that are held come.
 */
final class Unpolled implements AutoCloseable {

    /** What is due at once opens a page; what is due in some seconds polls one. */
    private static final String PUT_OFF = "update job set due_at = now() + interval '1 hour' where kind = 'renewal'"
            + " and due_at between now() + interval '5 seconds' and now() + interval '1 minute'";

    private final Store store;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> often;

    Unpolled(Store store) {
        this.store = store;
        this.often = thread.scheduleWithFixedDelay(this::putOff, 1, 2, TimeUnit.SECONDS);
    }

    private void putOff() {
        try {
            store.execute(PUT_OFF);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What was polled for up to here is put off too. */
    @Override
    public void close() {
        often.cancel(false);
        thread.close();
        putOff();
    }
}
