package dev.keepline.carriers.dtone;

import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal;
import dev.keepline.kernel.Refusal.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Orders, and asks what became of them. */
final class Orders {

    /**
     * How long an order whose answer was lost may still be on its way: the vendor holds a call open for 180 s at most;
     * a minute more is for clocks and queues.
     */
    static final Duration HORIZON = Duration.ofMinutes(4);

    private static final Set<String> NOT_FOUND = Set.of("1000404", "1008004");

    private final DtOneHttp http;
    private final CallbackAddress callback;
    private final InstantSource clock;

    Orders(DtOneHttp http, CallbackAddress callback, InstantSource clock) {
        this.http = http;
        this.callback = callback;
        this.clock = clock;
    }

    Outcome<OrderRecord> place(Order order) {
        var form = OrderForm.of(order, callback.of(order.wake()));
        if (form.isEmpty()) {
            return new Outcome.Refused<>(new Refusal(Why.NOT_OFFERED, "product and line do not fit"));
        }
        var reply = http.command("/async/transactions", Wire.JSON.writeValueAsBytes(form.get()));
        return reply instanceof Reply.Answered answer ? answered(answer, order) : Failures.ofOrder(reply);
    }

    private Outcome<OrderRecord> answered(Reply.Answered answer, Order order) {
        if (answer.isSuccess()) {
            return Wire.read(answer.body(), Wire.Transaction.class)
                    .map(transaction -> TransactionRules.of(transaction, order, answer.retryAfter(), clock.instant()))
                    .orElseGet(() -> new Outcome.Unknown<>("ordered, but the answer cannot be read"));
        }
        return Wire.errorCode(answer.body()).equals(Optional.of(Failures.DUPLICATE))
                ? ask(order, () -> new Outcome.Unknown<>("its reference is in use, yet nothing is found under it"))
                : Failures.ofOrder(answer);
    }

    Outcome<OrderRecord> find(Order order, Instant sentAt) {
        return ask(
                order,
                () -> clock.instant().isAfter(sentAt.plus(HORIZON))
                        ? new Outcome.NotDone<>(
                                "no such transaction " + HORIZON.toMinutes() + " minutes after it was sent")
                        : new Outcome.Unknown<>("no such transaction yet"));
    }

    private Outcome<OrderRecord> ask(Order order, Supplier<Outcome<OrderRecord>> absent) {
        var query = Map.of("reference", order.reference().value(), "per_page", Pages.PER_PAGE);
        Outcome<OrderRecord> answer = Pages.all(
                page -> http.get(
                        "/transactions?external_id={reference}&page={page}&per_page={per_page}",
                        Wire.with(query, "page", page)),
                nodes -> found(nodes, order, absent));
        return notListed(answer) ? absent.get() : answer;
    }

    /** The vendor's other way to give an empty list. */
    static boolean notListed(Outcome<?> answer) {
        return answer instanceof Outcome.Refused(var refusal) && NOT_FOUND.contains(refusal.code());
    }

    private Outcome<OrderRecord> found(List<JsonNode> nodes, Order order, Supplier<Outcome<OrderRecord>> absent) {
        var ours = nodes.stream()
                .filter(node -> order.reference()
                        .value()
                        .equals(node.path("external_id").asString("")))
                .toList();
        if (ours.isEmpty()) {
            return nodes.isEmpty() ? absent.get() : new Outcome.Unknown<>("transactions of other references only");
        }
        if (ours.size() > 1) {
            return new Outcome.Unknown<>(ours.size() + " transactions under one reference");
        }
        return Wire.read(ours.getFirst(), Wire.Transaction.class)
                .map(transaction -> TransactionRules.of(transaction, order, Optional.empty(), clock.instant()))
                .orElseGet(() -> new Outcome.Unknown<>("the transaction cannot be read"));
    }
}
