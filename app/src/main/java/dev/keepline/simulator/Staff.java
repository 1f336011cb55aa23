package dev.keepline.simulator;

import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.renewal.engine.Renewal;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Somebody of the operator with a console whose pages are old: presses buttons in stages that have none, and asks the
 * carrier about what is in review. Says that something was delivered only when it was; that it was not, or that a renewal is
 * to stop, sometimes without reason.
 */
final class Staff {

    private final World world;
    private final Faults faults;
    private final Reach reach;
    private final Supplier<Stream<Renewal>> renewals;
    private int looks;

    /** What the console reaches. */
    record Reach(RenewalStore store, Workers workers, ModelCarrier carrier, ModelGateway gateway) {}

    Staff(World world, Faults faults, Reach reach, Supplier<Stream<Renewal>> renewals) {
        this.world = world;
        this.faults = faults;
        this.reach = reach;
        this.renewals = renewals;
    }

    /** Looks at everything after so long, and again and again for a while. */
    void looksAfter(Duration delay) {
        world.after(delay, () -> {
            renewals.get().toList().forEach(this::look);
            if (++looks < 8) {
                looksAfter(world.dice().around(Duration.ofSeconds(2), Duration.ofHours(30)));
            }
        });
    }

    private void look(Renewal renewal) {
        if (faults.strikes(Fault.STAFF_STOPS)) {
            say(renewal.terms(), new Signal.Stopped());
        }
        if (faults.strikes(Fault.STAFF_ERRS)) {
            say(renewal.terms(), new Signal.FoundNotDelivered());
        }
        if (faults.strikes(Fault.STAFF_REFUNDS)) {
            say(renewal.terms(), new Signal.RefundAgain());
        }
        if (owed(renewal) && world.dice().chance(500)) {
            say(renewal.terms(), new Signal.RefundAgain());
        }
        if (owed(renewal) || faults.strikes(Fault.STAFF_RETURNS)) {
            returns(renewal);
        }
        boolean inReview = reach.store()
                .load(renewal.terms().account(), renewal.id())
                .filter(stored -> stored.renewal().stage() instanceof Stage.InReview)
                .isPresent();
        if (inReview && faults.strikes(Fault.STAFF_FINDS)) {
            verdict(renewal.terms()).ifPresent(signal -> say(renewal.terms(), signal));
        }
    }

    private boolean owed(Renewal renewal) {
        return reach.store()
                .load(renewal.terms().account(), renewal.id())
                .filter(stored -> stored.renewal().stage() instanceof Stage.RefundFailed)
                .isPresent();
    }

    /** Looks at the payment, and is believed or not whenever that look was: people are called away in between. */
    private void returns(Renewal renewal) {
        var payment = reach.gateway().payments().stream()
                .filter(one -> one.about().renewal().equals(renewal.id()))
                .findFirst();
        if (payment.isEmpty()) {
            return;
        }
        var readAt = world.instant();
        if (reach.gateway().read(payment.get().ref()) instanceof Outcome.Done<PaymentRecord>(var record)) {
            var signal =
                    new Signal.ReturnedOtherwise(record, readAt, new Stage.Otherwise("wire 7", "the card is closed"));
            world.after(
                    world.dice().between(Duration.ofMillis(5), Duration.ofMinutes(50)),
                    () -> say(renewal.terms(), signal));
        }
    }

    /** What the carrier's own desk says of the order when it is asked by telephone. */
    private Optional<Signal> verdict(Terms terms) {
        boolean delivered = reach.carrier().orders().stream()
                .filter(order -> order.order().wake().equals(terms.job()))
                .anyMatch(order -> order.shown() && order.state() == CarrierOrder.State.COMPLETED);
        if (!delivered) {
            return Optional.of(new Signal.FoundNotDelivered());
        }
        return reach.carrier().read(terms.goods().address()) instanceof Outcome.Done<Snapshot>(var record)
                ? Optional.of(new Signal.FoundDelivered(record, "the carrier's desk says so"))
                : Optional.empty();
    }

    private void say(Terms terms, Signal signal) {
        try {
            reach.workers().runNow(terms.job(), signal);
        } catch (Crash dead) {
            world.trace().add(world.instant(), "console failed", looks, () -> "");
        }
    }
}
