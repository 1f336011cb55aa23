package dev.keepline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Renewals a second from the payment's webhook to the proof. All payments are authorised beforehand while the gateway's
 * webhooks are held; then they are let go at once, and the clock runs until the last renewal is proven and captured.
 */
final class Throughput {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int PEOPLE = 8;

    private final Application application;
    private final Sandbox sandbox;
    private final Store store;
    private String paying = "{}";

    Throughput(Application application, Sandbox sandbox, Store store) {
        this.application = application;
        this.sandbox = sandbox;
        this.store = store;
    }

    /**
     * One line of each account from {@code first} on.
     *
     * @param held how long webhooks wait on the sandbox's clock, which then moves on by as much: longer than paying takes.
     *     Altogether less than the two minutes by which a payment page outlives the shortest there may be, but for the last
     *     one, and than the five minutes by which a signature may be off
     * @param counting called when all is paid and before the webhooks are let go
     */
    double measure(int first, int linesEach, int renewals, Duration held, Runnable counting) throws Exception {
        long before = renewed();
        sandbox.holdWebhooks(held);
        try (var _ = new Unpolled(store)) {
            authorise(first, linesEach, renewals);
        }
        paying = store.text("select stage::text from renewal where stage_name = 'AwaitingPayment' limit 1");
        sandbox.stopHolding();
        counting.run();
        if (renewed() > before) {
            throw new IllegalStateException("renewed before their webhooks came: paying took longer than " + held);
        }
        long begun = System.nanoTime();
        Thread advance = Thread.ofPlatform().start(() -> release(held));
        while (renewed() - before < renewals) {
            LockSupport.parkNanos(20_000_000);
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new IllegalStateException(
                        renewed() - before + " of " + renewals + " were renewed after " + LONGEST);
            }
        }
        long ended = System.nanoTime();
        advance.join();
        return renewals / ((ended - begun) / 1e9);
    }

    private void authorise(int first, int linesEach, int renewals) throws Exception {
        Http http = new Http();
        List<Callable<String>> each = new ArrayList<>();
        for (int i = 0; i < renewals; i++) {
            int account = first + i;
            each.add(() -> sandbox.pay(new Person(application, http, account).open((long) account * linesEach)));
        }
        for (Future<String> paid : Together.run(each, PEOPLE)) {
            paid.get();
        }
    }

    /** What the product wrote, for the loop without it. */
    BareRows.Texts texts() throws java.sql.SQLException {
        String renewed = "from renewal where stage_name = 'Renewed' order by changed_at desc limit 1";
        return new BareRows.Texts(
                store.text("select terms::text " + renewed),
                paying,
                store.text("select stage::text " + renewed),
                store.text("select reading::text from line_reading order by read_at desc limit 1"));
    }

    private void release(Duration held) {
        try {
            sandbox.advance(held);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long renewed() throws java.sql.SQLException {
        return store.number("select count(*) from renewal where stage_name = 'Renewed'");
    }
}
