package dev.keepline.kill;

import dev.keepline.jobs.Claim;
import dev.keepline.kill.KillPoint.Side;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.ForwardingStore;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stands between the engine and its ports, and ends the process at once where it is told to. */
final class Gallows implements BeanPostProcessor {

    /** As a process ends that somebody killed with -9. */
    static final int KILLED = 137;

    private volatile String armed = "";
    private volatile String held = "";
    private final Semaphore on = new Semaphore(0);

    /** From now on the process dies where that point is reached next; at an empty name nowhere. */
    void arm(String point) {
        armed = point;
    }

    /** The first that comes to that point waits there until it may go {@link #on}. */
    void hold(String point) {
        held = point;
    }

    void on() {
        on.release();
    }

    private void reach(KillPoint point) {
        if (point.name().equals(armed)) {
            Runtime.getRuntime().halt(KILLED);
        }
        if (point.name().equals(held)) {
            held = "";
            Killable.say("stopped at " + point);
            on.acquireUninterruptibly();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case RenewalStore store -> new KillableStore(store);
            case Outside outside -> (Outside) call -> perform(outside, call);
            default -> bean;
        };
    }

    private Signal perform(Outside outside, Call call) {
        reach(KillPoint.call(Side.BEFORE, call.getClass()));
        var signal = outside.perform(call);
        reach(KillPoint.call(Side.AFTER, call.getClass()));
        return signal;
    }

    private final class KillableStore extends ForwardingStore {

        KillableStore(RenewalStore store) {
            super(store);
        }

        @Override
        public Committed begin(Terms terms, Decision first) {
            reach(KillPoint.begin(Side.BEFORE));
            var committed = store.begin(terms, first);
            reach(KillPoint.begin(Side.AFTER));
            return committed;
        }

        @Override
        public Committed commit(Claim claim, Stored before, Decision decision, Cause cause, Instant now) {
            Class<? extends Stage> stage = decision.next().getClass();
            reach(KillPoint.commit(Side.BEFORE, stage));
            var committed = store.commit(claim, before, decision, cause, now);
            reach(KillPoint.commit(Side.AFTER, stage));
            return committed;
        }
    }
}
