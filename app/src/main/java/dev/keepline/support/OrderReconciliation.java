package dev.keepline.support;

import dev.keepline.carriers.Connector;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.OrderStanding;
import dev.keepline.ledger.Standings;
import dev.keepline.support.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares our books with one connector's orders, both ways, and with our float there. */
final class OrderReconciliation {

    /** The connector's list and our books may name an order's time a little differently. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Connector connector;
    private final Standings standings;
    private final Explanations explanations;
    private final Consumer<Finding> found;

    /** What all orders cost by our books less what they cost by theirs: it explains as much of the float. */
    private final Map<String, Money> tooMuch = new HashMap<>();

    OrderReconciliation(Connector connector, Standings standings, Explanations explanations, Consumer<Finding> found) {
        this.connector = connector;
        this.standings = standings;
        this.explanations = explanations;
        this.found = found;
    }

    void compare(Instant since) {
        if (connector.ordersSince(since.minus(MARGIN)) instanceof Outcome.Done(var orders)) {
            Map<String, OrderRecord> theirs = new HashMap<>();
            orders.forEach(order -> theirs.put(order.vendorId(), order));
            List<Difference> differing = new ArrayList<>();
            standings.orders(since.minus(MARGIN), ours -> {
                if (ours.connector().equals(connector.id())) {
                    compare(ours, Optional.ofNullable(theirs.remove(ours.reference())), since)
                            .ifPresent(differing::add);
                }
            });
            // Only now: the orders are read in a transaction across accounts, and an explanation looks into one of
            // them.
            differing.forEach(one -> found.accept(explanations.ofOrder(one.finding(), one.ours(), one.undone())));
            theirs.values().forEach(this::unknown);
            balance();
        } else {
            found.accept(new Finding(Verdict.NOT_COMPARED, connector.id(), "orders", "the list could not be read"));
        }
    }

    /** @param undone whether the carrier took the order back, and that is all that differs */
    private record Difference(Finding finding, OrderStanding ours, boolean undone) {}

    private Optional<Difference> compare(OrderStanding ours, Optional<OrderRecord> theirs, Instant since) {
        var text = theirs.map(order -> ReconciliationRules.differs(ours, order)).orElseGet(() -> missing(ours, since));
        return text.map(words -> {
            book(ours.cost().minus(theirs.map(ReconciliationRules::cost).orElse(zero(ours.cost()))));
            var difference = new Finding(
                    Verdict.DIFFERENCE,
                    connector.id(),
                    ours.reference(),
                    "account " + ours.account()
                            + ours.about()
                                    .map(renewal -> ", renewal " + renewal)
                                    .orElse("") + ": " + words);
            boolean undone = theirs.filter(order -> ReconciliationRules.undone(ours, order))
                    .isPresent();
            return new Difference(difference, ours, undone);
        });
    }

    private static Optional<String> missing(OrderStanding ours, Instant since) {
        boolean listed = !ours.lastAt().isBefore(since);
        return listed && !ours.cost().isZero()
                ? Optional.of("our books: cost " + ours.cost() + "; theirs: no such order")
                : Optional.empty();
    }

    private void unknown(OrderRecord theirs) {
        var cost = ReconciliationRules.cost(theirs);
        if (cost.isZero()) {
            return;
        }
        book(zero(cost).minus(cost));
        found.accept(new Finding(
                explanations.ofOrder(theirs.reference().renewal()),
                connector.id(),
                theirs.vendorId(),
                "not in our books; theirs: " + theirs.reference() + " at " + theirs.wholesale()));
    }

    private void balance() {
        if (!(connector.balance() instanceof Outcome.Done(var balance))) {
            found.accept(new Finding(Verdict.NOT_COMPARED, connector.id(), "float", "the balance could not be read"));
            return;
        }
        var none = zero(balance);
        var booked = standings.floatAt(connector.id());
        booked.values().stream()
                .filter(money -> !money.currency().equals(balance.currency()))
                .forEach(this::notThere);
        var ours = booked.getOrDefault(balance.currency(), none);
        var expected = ours.plus(tooMuch.getOrDefault(balance.currency().getCurrencyCode(), none));
        if (!balance.equals(expected)) {
            var onItsWay = onItsWay(none);
            boolean inMotion =
                    balance.compareTo(expected) < 0 && expected.minus(balance).compareTo(onItsWay) <= 0;
            found.accept(new Finding(
                    inMotion ? Verdict.IN_MOTION : Verdict.DIFFERENCE,
                    connector.id(),
                    "float",
                    "our books: " + ours + ", with the orders above " + expected + "; theirs: " + balance
                            + "; on its way at most " + onItsWay));
        }
    }

    /** Their record names one currency: what our books have in another one is not there. */
    private void notThere(Money booked) {
        var expected = booked.plus(tooMuch.getOrDefault(booked.currency().getCurrencyCode(), zero(booked)));
        if (!expected.isZero()) {
            found.accept(new Finding(
                    Verdict.DIFFERENCE,
                    connector.id(),
                    "float " + booked.currency().getCurrencyCode(),
                    "our books: " + booked + "; theirs: no balance in that currency; what was paid in by mistake is"
                            + " undone with ./keepline ledger unfund"));
        }
    }

    /** What orders without a known outcome may have taken from the float. */
    private Money onItsWay(Money none) {
        return explanations.underWay().stream()
                .flatMap(progress -> progress.order().stream())
                .filter(order -> order.connector().equals(connector.id())
                        && order.wholesale().currency().equals(none.currency()))
                .map(order -> order.wholesale())
                .reduce(none, Money::plus);
    }

    private void book(Money difference) {
        tooMuch.merge(difference.currency().getCurrencyCode(), difference, Money::plus);
    }

    private static Money zero(Money like) {
        return Money.zero(like.currency());
    }
}
