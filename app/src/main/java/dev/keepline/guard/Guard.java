package dev.keepline.guard;

import dev.keepline.guard.Standing.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before one counterpart. It lets so many calls through at once, so that one who hangs does not take every worker;
 * none while they asked us to wait; and none for a while after half of the latest calls were left unanswered, then one to
 * see whether they are back. Time is monotonic: a clock that jumps neither opens nor shuts it (fault 13).
 */
public final class Guard {

    /** So long an unanswering counterpart is left alone before the next try. */
    public static final Duration LEFT_ALONE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(1);
    private static final int LATEST = 10;
    private static final long LATEST_TEN = (1L << LATEST) - 1;
    private static final int TOO_MANY = 5;

    private final String name;
    private final Semaphore places;
    private final LongSupplier nanos;
    private long silences; // the latest calls, one bit each, set where no answer came
    private long calls;
    private Optional<Long> answeredAt = Optional.empty();
    private long notBefore;
    private State state = State.UP;
    private boolean trying;
    private volatile Watcher watcher = (ending, took) -> {};

    /**
     * @param name of the counterpart
     * @param atOnce calls at most that are at work at one time
     * @param nanos monotonic, as {@link System#nanoTime}
     */
    public Guard(String name, int atOnce, LongSupplier nanos) {
        this.name = name;
        this.places = new Semaphore(atOnce, true);
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
    }

    /** The name of the counterpart. */
    public String name() {
        return name;
    }

    /** Has somebody told how each call ends from now on. */
    public void watch(Watcher told) {
        watcher = told;
    }

    /** How it stands now. */
    public synchronized Standing standing() {
        var left = Duration.ofNanos(Math.max(0, notBefore - nanos.getAsLong()));
        var now = state == State.RESTING && left.isZero() ? State.UP : state;
        return new Standing(now, left);
    }

    /** How it has answered since this process began. */
    public synchronized Pulse pulse() {
        var ago = answeredAt.map(at -> Duration.ofNanos(nanos.getAsLong() - at));
        return new Pulse(name, standing(), Long.bitCount(silences), (int) Math.min(calls, LATEST), ago);
    }

    /** Leave for a call that does no harm when it only tries whether they are back. Empty: do not send it. */
    public Optional<Pass> enter() {
        return enter(true);
    }

    /** Leave for a call that must not be the one to try. Empty: do not send it. */
    public Optional<Pass> enterIfUp() {
        return enter(false);
    }

    private Optional<Pass> enter(boolean mayTry) {
        if (shut(mayTry) || !hasPlace()) {
            watcher.ended(Watcher.Ending.NOT_SENT, Duration.ZERO);
            return Optional.empty();
        }
        synchronized (this) {
            if (shut(mayTry)) {
                places.release();
                watcher.ended(Watcher.Ending.NOT_SENT, Duration.ZERO);
                return Optional.empty();
            }
            state = standing().state();
            trying = state == State.DOWN;
            return Optional.of(new Pass(trying));
        }
    }

    private synchronized boolean shut(boolean mayTry) {
        var standing = standing();
        boolean down = standing.state() == State.DOWN;
        return !standing.callAgainIn().isZero() || (down && (trying || !mayTry));
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(WAIT_FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void ended(boolean answered, boolean tried) {
        silences = (silences << 1 | (answered ? 0 : 1)) & LATEST_TEN;
        calls++;
        answeredAt = answered ? Optional.of(nanos.getAsLong()) : answeredAt;
        trying = trying && !tried;
        if (answered && tried) {
            silences = 0;
            state = standing().callAgainIn().isZero() ? State.UP : State.RESTING;
            LOG.info("{} answers again", name);
        } else if (!answered && (state == State.DOWN || Long.bitCount(silences) >= TOO_MANY)) {
            LOG.warn("{} does not answer and is left alone for {} s", name, LEFT_ALONE.toSeconds());
            state = State.DOWN;
            notBefore = later(LEFT_ALONE);
        }
    }

    private synchronized void rest(Duration asked) {
        LOG.info("{} asks us to wait {} s", name, asked.toSeconds());
        state = state == State.DOWN ? State.DOWN : State.RESTING;
        notBefore = later(asked);
    }

    private long later(Duration wait) {
        long wanted = nanos.getAsLong() + wait.toNanos();
        return wanted - notBefore > 0 ? wanted : notBefore; // not by max: this kind of time may wrap
    }

    /** Leave for one call. Closed without {@link #answered} it counts as unanswered. */
    public final class Pass implements AutoCloseable {

        private final boolean tries;
        private final long from = nanos.getAsLong();
        private boolean answered;

        private Pass(boolean tries) {
            this.tries = tries;
        }

        /** They said something, be it a refusal. */
        public void answered() {
            answered = true;
        }

        /** They ask us to wait, whatever else they said. */
        public void asksToWait(Duration asked) {
            rest(asked);
        }

        @Override
        public void close() {
            places.release();
            ended(answered, tries);
            watcher.ended(
                    answered ? Watcher.Ending.ANSWERED : Watcher.Ending.UNANSWERED,
                    Duration.ofNanos(nanos.getAsLong() - from));
        }
    }
}
