package dev.keepline.simulator;

import dev.keepline.carriers.Order;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.payments.OpenSession;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.simulator.memory.MemoryJournal;
import dev.keepline.simulator.memory.MemoryRenewalStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must hold after every step, whatever went wrong: I1, I3, I5 and I7 of the design's list, and that nothing is ordered
 * or charged before its time. What must hold once all is over is {@link Reckoning}'s.
 */
final class Invariants {

    private record Acknowledged(AccountId account, RenewalId id) {}

    private final World world;
    private final MemoryRenewalStore store;
    private final MemoryJournal journal;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private Optional<ModelGateway> gateway = Optional.empty();
    private Optional<ModelCarrier> carrier = Optional.empty();
    private int booked;

    Invariants(World world, MemoryRenewalStore store, MemoryJournal journal) {
        this.world = world;
        this.store = store;
        this.journal = journal;
    }

    /** The two others whose word is compared. */
    void watch(ModelGateway others, ModelCarrier ours) {
        gateway = Optional.of(others);
        carrier = Optional.of(ours);
    }

    /** Somebody was told that this exists. */
    void acknowledged(AccountId account, RenewalId id) {
        acknowledged.add(new Acknowledged(account, id));
    }

    /** After every step. */
    void check() {
        gateway.ifPresent(g -> List.copyOf(g.payments()).forEach(p -> checkPayment(g, p)));
        carrier.ifPresent(c -> c.orders().forEach(o -> checkOnce(c, o.order())));
        if (journal.size() != booked) {
            booked = journal.size();
            require(journal.proven(), "I3", "a balance is not the sum of its transfers");
        }
        for (var promise : acknowledged) {
            require(store.load(promise.account(), promise.id()).isPresent(), "I7", promise + " is lost");
        }
    }

    private void checkPayment(ModelGateway others, Payment payment) {
        var now = world.instant();
        if (payment.held(now)) {
            require(
                    stage(payment.about()).filter(Stage.Over.class::isInstance).isEmpty(),
                    "I4",
                    payment.ref() + " is held for a renewal that is over");
        }
        if (stage(payment.about()).filter(Stage.Returned.class::isInstance).isPresent()) {
            require(payment.kept(now), "I2", payment.ref() + " is given back twice: as a refund and otherwise");
        }
        if (payment.neverReturned(now) && !owedBack(payment)) {
            var subject = terms(payment.about()).subject();
            long times = others.payments().stream()
                    .filter(p -> p.neverReturned(now) && !owedBack(p))
                    .filter(p -> same(subject, terms(p.about()).subject()))
                    .count();
            require(
                    times == 1,
                    "I1",
                    subject.line() + " segment " + subject.segment() + " is captured " + times + " times");
        }
    }

    /** Taken back by the carrier, and owed to the customer or given back otherwise: it stands in nobody's way. */
    private boolean owedBack(Payment payment) {
        return stage(payment.about())
                .filter(stage -> stage instanceof Stage.RefundFailed || stage instanceof Stage.Returned)
                .isPresent();
    }

    private static boolean same(Terms.Subject one, Terms.Subject other) {
        return one.segment() == other.segment() && one.line().equals(other.line());
    }

    private static void checkOnce(ModelCarrier carrier, Order order) {
        long times = carrier.orders().stream()
                .filter(o -> o.order().wake().equals(order.wake()) && o.state() == CarrierOrder.State.COMPLETED)
                .count();
        require(times <= 1, "I5", order.wake().key() + " is topped up " + times + " times");
    }

    /** No confirmation, no charge: at the moment of capture the carrier has done, and shown, what is charged for. */
    void captured(Payment payment) {
        var terms = terms(payment.about());
        var total = terms.payment().price().total();
        require(
                payment.captured().filter(total::equals).isPresent(),
                "I4",
                payment.ref() + " is not captured as quoted");
        require(chargedFor(terms) <= shownOn(terms), "I2", payment.ref() + " is captured before anything was shown");
        check();
    }

    /** How often this line was charged for. */
    private long chargedFor(Terms terms) {
        return gateway.stream()
                .flatMap(g -> g.payments().stream())
                .filter(p -> p.captured().isPresent())
                .filter(p ->
                        terms(p.about()).subject().line().equals(terms.subject().line()))
                .count();
    }

    /** How often it was topped up, proven. A record names no order, so which top-up proves which order nobody can tell. */
    private long shownOn(Terms terms) {
        boolean readBack = terms.goods().product().proof() == ProofLevel.READ_BACK;
        return carrier.stream()
                .flatMap(c -> c.orders().stream())
                .filter(o -> o.order().line().equals(terms.goods().address()))
                .filter(o -> readBack ? o.shown() : o.confirmed())
                .count();
    }

    /** An order goes out only under a hold that outlives the longest doubt about it. */
    void ordered(Order order) {
        var latest = world.instant().plus(ModelCarrier.LONGEST_UNKNOWN);
        require(
                gateway.stream()
                        .flatMap(g -> g.payments().stream())
                        .filter(p -> p.about()
                                .renewal()
                                .toString()
                                .equals(order.wake().key()))
                        .anyMatch(p -> !p.statedEnd().isBefore(latest)),
                "I2",
                order.reference() + " is ordered without a hold that outlives the answer");
    }

    private Optional<Stage> stage(OpenSession.About about) {
        return store.load(about.account(), about.renewal()).map(s -> s.renewal().stage());
    }

    private Terms terms(OpenSession.About about) {
        return store.load(about.account(), about.renewal())
                .orElseThrow(() -> new Violation("I7", about + " is lost"))
                .renewal()
                .terms();
    }

    static void require(boolean holds, String invariant, String otherwise) {
        if (!holds) {
            throw new Violation(invariant, otherwise);
        }
    }
}
