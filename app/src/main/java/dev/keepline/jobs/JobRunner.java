package dev.keepline.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up the due jobs of one kind, on one virtual thread each, never more than the settings allow at once. A kind that
 * is stuck so keeps only its own threads busy.
 *
 * <p>Who has ended a step takes up the next due job itself. One taker for all would wait for the disk once for each job,
 * and so do a few dozen a second, however many workers there are; those who take up side by side wait together.
 *
 * <p>A killed process leaves its jobs leased: they come back when the lease ends.
 */
final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(1);

    private final String kind;
    private final Leases leases;
    private final JobAttempt attempt;
    private final JobSettings settings;
    private final Semaphore free;
    private final Semaphore nudged = new Semaphore(0);
    private final Thread loop;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile boolean open = true;
    private volatile long lookedAt = System.nanoTime();

    JobRunner(String kind, Leases leases, JobAttempt attempt, JobSettings settings) {
        this.kind = kind;
        this.leases = leases;
        this.attempt = attempt;
        this.settings = settings;
        this.free = new Semaphore(settings.workers());
        this.loop = Thread.ofVirtual().name("jobs-" + kind).unstarted(this::loop);
    }

    void start() {
        loop.start();
    }

    /** How it does now. */
    WorkerPulse pulse() {
        boolean begun = loop.getState() != Thread.State.NEW;
        var lookedAgo = begun ? Duration.ofNanos(System.nanoTime() - lookedAt) : Duration.ZERO;
        return new WorkerPulse(kind, !begun || loop.isAlive(), lookedAgo, busy.get(), settings.workers());
    }

    /** Something may be due: look at once instead of after the idle time. */
    void nudge() {
        nudged.release();
    }

    /** Takes no further work and waits for running steps for as long as the grace allows; the rest is left to its leases. */
    @Override
    public void close() {
        open = false;
        nudge();
        try {
            boolean ended = loop.join(settings.grace())
                    && free.tryAcquire(settings.workers(), settings.grace().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                LOG.warn("jobs of kind {} were still running at the end; their leases will end too", kind);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            while (open) {
                lookedAt = System.nanoTime();
                if (!takeUp()) {
                    rest(settings.idle());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether more may be due than there were free workers for */
    private boolean takeUp() throws InterruptedException {
        if (!free.tryAcquire(settings.idle().toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        int slots = 1 + free.drainPermits();
        List<Lease> claimed = List.of();
        try {
            claimed = leases.claim(kind, leases.usual(), slots);
        } catch (RuntimeException outage) {
            // The loop must outlive the database's absence; what is due meanwhile waits in its rows.
            LOG.warn("cannot claim jobs of kind {}", kind, outage);
            rest(AFTER_OUTAGE);
        } finally {
            free.release(slots - claimed.size());
        }
        claimed.forEach(this::start);
        return claimed.size() == slots;
    }

    private void start(Lease lease) {
        busy.incrementAndGet();
        Thread.ofVirtual().name("job-" + kind).start(() -> {
            try {
                var next = Optional.of(lease);
                while (next.isPresent()) {
                    next = run(next.get()) ? takeUpNext() : Optional.empty();
                }
            } finally {
                busy.decrementAndGet();
                free.release();
                nudge(); // what came due since this worker looked
            }
        });
    }

    /** @return whether the database could be told how it ended */
    private boolean run(Lease lease) {
        try {
            attempt.run(lease);
            return true;
        } catch (RuntimeException outage) {
            LOG.warn("cannot settle {}: it comes back when its lease ends", lease.claim(), outage);
            return false;
        }
    }

    /** Also what was just worked on, if its step or a wake-up in the meantime has made it due again. */
    private Optional<Lease> takeUpNext() {
        try {
            return open ? leases.claim(kind, leases.usual(), 1).stream().findFirst() : Optional.empty();
        } catch (RuntimeException outage) {
            LOG.warn("cannot claim jobs of kind {}", kind, outage);
            return Optional.empty();
        }
    }

    private void rest(Duration most) throws InterruptedException {
        if (nudged.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            nudged.drainPermits();
        }
    }
}
