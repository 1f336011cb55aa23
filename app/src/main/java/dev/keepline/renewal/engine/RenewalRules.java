package dev.keepline.renewal.engine;

import java.time.Instant;

/**
 * The life of a renewal as one pure function. Nothing here reads a clock or calls anybody: the engine stores what is
 * decided and performs the call.
 *
 * <p>No confirmation, no charge: {@link Stage.Capturing} is reached only with {@link Evidence}.
 */
public final class RenewalRules implements Decider {

    private final PayingRules paying = new PayingRules();
    private final OrderingRules ordering = new OrderingRules();
    private final ProvingRules proving = new ProvingRules();
    private final SettlingRules settling = new SettlingRules();
    private final WatchingRules watching = new WatchingRules();

    /** The first decision: open the payment page. */
    public static Decision begin(Terms terms, Instant sessionExpiresAt) {
        return PayingRules.begin(terms, sessionExpiresAt);
    }

    @Override
    public Decision decide(Renewal renewal, Signal signal, Instant now) {
        return switch (renewal.stage()) {
            case Stage.Opening stage -> paying.opening(renewal, stage, signal, now);
            case Stage.Withdrawing stage -> paying.withdrawing(renewal, stage, signal, now);
            case Stage.AwaitingPayment stage -> paying.awaiting(renewal, stage, signal, now);
            case Stage.Closing stage -> paying.closing(renewal, stage, signal, now);
            case Stage.Snapshotting stage -> ordering.snapshotting(renewal, stage, signal, now);
            case Stage.Ordering stage -> ordering.ordering(renewal, stage, signal, now);
            case Stage.Resending stage -> ordering.resending(renewal, stage, signal, now);
            case Stage.Asking stage -> ordering.asking(renewal, stage, signal, now);
            case Stage.ReadingBack stage -> proving.readingBack(renewal, stage, signal, now);
            case Stage.InReview stage -> proving.inReview(renewal, stage, signal, now);
            case Stage.Capturing stage -> settling.capturing(renewal, stage, signal, now);
            case Stage.Voiding stage -> settling.voiding(renewal, stage, signal, now);
            case Stage.Renewed stage -> watching.renewed(renewal, stage, signal, now);
            case Stage.Refunding stage -> watching.refunding(renewal, stage, signal, now);
            case Stage.Over stage -> watching.over(renewal, stage, signal, now);
        };
    }
}
