package dev.keepline.renewal;

import dev.keepline.carriers.Snapshot;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.Lease;
import dev.keepline.jobs.Leases;
import dev.keepline.jobs.Quarantine;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RenewalId;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.OwingRules;
import dev.keepline.renewal.engine.RenewalStep;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.renewal.postgres.AnswerRows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What people of the operator can do about a renewal. Each is a signal to the engine, whose rules decide: a click on an old
 * page, or a wrong one, changes nothing that must not change.
 */
public final class Interventions {

    private final RenewalStore store;
    private final RenewalStep step;
    private final Asking asking;
    private final Work work;

    Interventions(RenewalStore store, RenewalStep step, Asking asking, Work work) {
        this.store = store;
        this.step = step;
        this.asking = asking;
        this.work = work;
    }

    /** The outside, and the book of what it answers. */
    record Asking(Outside outside, AnswerRows answers, InstantSource clock) {}

    /** The renewal's job, from three sides. */
    record Work(Leases leases, Jobs jobs, Quarantine quarantine) {}

    /** What can be done. */
    public enum Action {
        /** Go on now instead of at its time. */
        ASK_NOW,
        /** Stop it: nothing is ordered, or the order is proven not done. */
        STOP,
        /** The carrier was asked: all of it was delivered. */
        DELIVERED,
        /** The carrier was asked: it was not delivered as bought. */
        NOT_DELIVERED,
        /** Send a refund that failed once more. */
        REFUND_AGAIN,
        /** The money was given back outside the gateway, whose refund had failed. */
        RETURNED
    }

    /**
     * What was said with it.
     *
     * @param reason why, or what the carrier said and who said it
     * @param reference of a transfer that was made; empty for what needs none
     */
    public record Word(String reason, String reference) {

        /** A reason alone. */
        public static Word of(String reason) {
            return new Word(reason, "");
        }
    }

    /** What came of it. */
    public enum Result {
        DONE,
        /** The renewal stands elsewhere by now, or its record says otherwise: nothing has changed. */
        NOT_POSSIBLE,
        /** It is over: nobody was asked. */
        OVER,
        /** Somebody works on it at this moment: try again. */
        BUSY,
        /** The carrier's record has not changed since before the order: nothing has changed here either. */
        UNCHANGED,
        /** The carrier's or gateway's record cannot be read now: nothing has changed. */
        NO_RECORD,
        /** A refund that was sent may still arrive: nothing has changed. */
        TOO_SOON,
        /** The gateway has a refund on its way, or it has arrived: nothing has changed. */
        ON_ITS_WAY
    }

    /** What could be done as it stands now; empty for what is over or not there. */
    public Set<Action> possible(AccountId account, RenewalId id) {
        return stage(account, id).map(Interventions::possible).orElseGet(() -> EnumSet.noneOf(Action.class));
    }

    private static Set<Action> possible(Stage stage) {
        return switch (stage) {
            case Stage.Snapshotting _, Stage.Resending _ -> EnumSet.of(Action.ASK_NOW, Action.STOP);
            case Stage.InReview _ -> EnumSet.of(Action.ASK_NOW, Action.DELIVERED, Action.NOT_DELIVERED);
            case Stage.Running _ -> EnumSet.of(Action.ASK_NOW);
            case Stage.RefundFailed _ -> EnumSet.of(Action.ASK_NOW, Action.REFUND_AGAIN, Action.RETURNED);
            case Stage.Over _ -> EnumSet.noneOf(Action.class);
        };
    }

    /**
     * Does it.
     */
    public Result act(AccountId account, RenewalId id, Action action, Word word) {
        return switch (action) {
            case ASK_NOW -> askNow(account, id);
            case STOP -> send(account, id, action, new Signal.Stopped());
            case REFUND_AGAIN -> send(account, id, action, new Signal.RefundAgain());
            case NOT_DELIVERED -> send(account, id, action, new Signal.FoundNotDelivered());
            case DELIVERED -> delivered(account, id, word.reason());
            case RETURNED -> returned(account, id, new Stage.Otherwise(word.reference(), word.reason()));
        };
    }

    private Result askNow(AccountId account, RenewalId id) {
        if (!possible(account, id).contains(Action.ASK_NOW)) {
            return Result.OVER;
        }
        var job = RenewalJob.ref(account, id);
        boolean back = work.quarantine().release(job);
        return work.jobs().wake(job) || back ? Result.DONE : Result.NOT_POSSIBLE;
    }

    private Result delivered(AccountId account, RenewalId id, String word) {
        var terms = store.load(account, id).map(stored -> stored.renewal().terms());
        if (terms.isEmpty() || !possible(account, id).contains(Action.DELIVERED)) {
            return Result.NOT_POSSIBLE;
        }
        return record(terms.get())
                .map(record -> delivered(account, id, new Signal.FoundDelivered(record, word)))
                .orElse(Result.NO_RECORD);
    }

    /** Where it still stands in review, it was the record that spoke against it. */
    private Result delivered(AccountId account, RenewalId id, Signal.FoundDelivered found) {
        var result = send(account, id, Action.DELIVERED, found);
        boolean inReview = possible(account, id).contains(Action.DELIVERED);
        return result == Result.NOT_POSSIBLE && inReview ? Result.UNCHANGED : result;
    }

    private Optional<Snapshot> record(Terms terms) {
        var question =
                new Call.ReadLine(terms.goods().connector(), terms.goods().address());
        var read = asking.outside().perform(question);
        asking.answers().keep(terms.job(), question, read, asking.clock().instant());
        return read instanceof Signal.LineSaid(Outcome.Done<Snapshot>(var record))
                ? Optional.of(record)
                : Optional.empty();
    }

    /** Asked for at a moment after which nothing that was sent before can arrive: the rules insist on it. */
    private Result returned(AccountId account, RenewalId id, Stage.Otherwise otherwise) {
        var found = store.load(account, id).map(stored -> stored.renewal());
        if (found.isEmpty() || !(found.get().stage() instanceof Stage.RefundFailed failed)) {
            return Result.NOT_POSSIBLE;
        }
        var readAt = asking.clock().instant();
        if (OwingRules.mayStillArrive(failed, readAt)) {
            return Result.TOO_SOON;
        }
        var terms = found.get().terms();
        var question = new Call.ReadPayment(terms.payment().gateway(), failed.paymentRef());
        var read = asking.outside().perform(question);
        asking.answers().keep(terms.job(), question, read, asking.clock().instant());
        if (!(read instanceof Signal.PaymentRead(Outcome.Done<PaymentRecord>(var record)))) {
            return Result.NO_RECORD;
        }
        var result = send(account, id, Action.RETURNED, new Signal.ReturnedOtherwise(record, readAt, otherwise));
        boolean back = record instanceof PaymentRecord.Refunding || record instanceof PaymentRecord.Refunded;
        return back && result != Result.BUSY ? Result.ON_ITS_WAY : result;
    }

    private Result send(AccountId account, RenewalId id, Action action, Signal signal) {
        if (!possible(account, id).contains(action)) {
            return Result.NOT_POSSIBLE;
        }
        int before = refundsSent(account, id);
        Optional<Lease> lease =
                work.leases().claim(RenewalJob.ref(account, id), work.leases().usual());
        if (lease.isEmpty()) {
            return Result.BUSY;
        }
        var claim = lease.get().claim();
        if (step.run(claim, signal) == Committed.STALE) {
            work.leases().finishFor(claim, Optional.of(Duration.ZERO));
            return Result.BUSY;
        }
        boolean done = !possible(account, id).contains(action) || refundsSent(account, id) > before;
        return done ? Result.DONE : Result.NOT_POSSIBLE;
    }

    /** One that is on its way leaves the renewal where it stood until it has arrived. */
    private int refundsSent(AccountId account, RenewalId id) {
        return stage(account, id)
                .map(stage -> stage instanceof Stage.RefundFailed failed ? failed.attempt() : 0)
                .orElse(0);
    }

    private Optional<Stage> stage(AccountId account, RenewalId id) {
        return store.load(account, id).map(stored -> stored.renewal().stage());
    }
}
