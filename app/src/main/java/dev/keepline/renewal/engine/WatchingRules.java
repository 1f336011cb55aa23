package dev.keepline.renewal.engine;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.JournalEntry;
import dev.keepline.ledger.Movements;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.Decision.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * After the renewal: carriers take back what they delivered, refunds fail days later. Watched for a while by timer, and
 * for ever by whatever wakes the renewal.
 */
final class WatchingRules {

    /** So long past its last look we wait for a carrier that does not answer. */
    private static final Duration SILENCE = Duration.ofDays(3);

    /** A callback whose question met no answer is asked again soon: money may be owed. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    /** So long after its end a renewal that was woken goes on asking until it is answered. */
    private static final Duration MEMORY = Duration.ofDays(60);

    /** What asks somebody to see that a refund arrives. One that comes back later opens a case anew. */
    static final Set<CaseKind> UNTIL_REFUNDED =
            Set.of(CaseKind.REVERSED, CaseKind.REFUND_STUCK, CaseKind.REFUND_FAILED);

    private final OwingRules owing = new OwingRules();

    /** Looks whether the carrier has taken back what was paid for. */
    Decision renewed(Renewal renewal, Stage.Renewed stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.OrderSaid(Outcome.Done(var order))
            when order.state() == OrderRecord.State.REVERSED ->
                reversed(renewal, stage.paymentRef(), stage.evidence(), order, now);
            case Signal.OrderSaid(Outcome.Done<OrderRecord> _) -> watchOn(stage, now);
            case Signal.OrderSaid _ -> unanswered(stage, now);
            default -> ask(renewal, stage, now).wakeAt(now.plus(ASK_AGAIN));
        };
    }

    private static Decision ask(Renewal renewal, Stage stage, Instant now) {
        return Decision.to(stage)
                .call(new Call.FindOrder(OrderingRules.connector(renewal), OrderingRules.orderOf(renewal), now));
    }

    private static Decision watchOn(Stage.Renewed stage, Instant now) {
        int watches = (int) Patience.WATCH.stream()
                .filter(after -> !stage.capturedAt().plus(after).isAfter(now))
                .count();
        if (watches == Patience.WATCH.size()) {
            return Decision.to(kept(stage));
        }
        return Decision.to(new Stage.Renewed(stage.paymentRef(), stage.evidence(), stage.capturedAt(), watches))
                .wakeAt(stage.capturedAt().plus(Patience.WATCH.get(watches)));
    }

    private static Decision unanswered(Stage.Renewed stage, Instant now) {
        var end = stage.capturedAt().plus(Patience.WATCH.getLast()).plus(SILENCE);
        return now.isBefore(end)
                ? Decision.to(stage).wakeAt(now.plus(ASK_AGAIN))
                : Decision.to(kept(stage)).open(CaseKind.CARRIER_SILENT, "never said whether it stands");
    }

    private static Stage.Kept kept(Stage.Renewed stage) {
        return new Stage.Kept(stage.paymentRef(), stage.evidence(), stage.capturedAt());
    }

    /** First the line's record as it is now; whatever comes of that, the refund follows at once. */
    private Decision reversed(Renewal renewal, String paymentRef, Evidence evidence, OrderRecord order, Instant now) {
        var stage = new Stage.Refunding(paymentRef, now, 1, 0);
        var first = readable(renewal)
                ? Decision.to(stage).call(readLine(renewal)).wakeAt(Patience.next(now, renewal.id(), 0))
                : refund(renewal, stage, now);
        var decision = first.book(Movements.refund(
                        gateway(renewal), paymentRef, renewal.terms().payment().price()))
                .tell(Notice.REFUNDING);
        return takenBack(renewal, decision, evidence, order);
    }

    /** The days are gone from the books with the word of it, so that no letter or page counts them while we ask. */
    private static Decision takenBack(Renewal renewal, Decision decision, Evidence evidence, OrderRecord order) {
        var seen = decision.line(new LineEffect.Revoke(evidence))
                .open(CaseKind.REVERSED, "the carrier reversed " + order.vendorId());
        return reversal(renewal, order).map(seen::book).orElse(seen);
    }

    private static boolean readable(Renewal renewal) {
        return renewal.terms().goods().product().proof() == ProofLevel.READ_BACK;
    }

    private static Call readLine(Renewal renewal) {
        return new Call.ReadLine(
                OrderingRules.connector(renewal), renewal.terms().goods().address());
    }

    /** What the carrier gave back of the wholesale price; nothing when it cost nothing. */
    static Optional<JournalEntry> reversal(Renewal renewal, OrderRecord order) {
        return order.wholesale().isPositive()
                ? Optional.of(Movements.carrierReversal(
                        OrderingRules.connector(renewal), order.vendorId(), order.wholesale()))
                : Optional.empty();
    }

    Decision refunding(Renewal renewal, Stage.Refunding stage, Signal signal, Instant now) {
        return switch (signal) {
            // Read after a refund in doubt and still wholly captured: proven not done.
            case Signal.PaymentRead(Outcome.Done(PaymentRecord.Captured _)) -> {
                int attempt = stage.attempt() + 1;
                yield refund(
                        renewal, new Stage.Refunding(stage.paymentRef(), stage.since(), attempt, stage.asks()), now);
            }
            case Signal.LineSaid(Outcome.Done(var snapshot)) ->
                refund(renewal, stage, now).line(new LineEffect.Seen(snapshot));
            case Signal.LineSaid _ -> refund(renewal, stage, now);
            case Signal.PaymentSaid(Outcome.Done(var payment)) -> refundSaid(renewal, stage, payment, now);
            case Signal.PaymentRead(Outcome.Done(var payment)) -> refundSaid(renewal, stage, payment, now);
            case Signal.PaymentSaid(Outcome.Refused(var refusal)) ->
                stage.attempt() >= Patience.MOST_REFUNDS
                        ? refundFailed(stage, refusal.code(), now)
                        : refundLater(renewal, stage, now);
            case Signal.PaymentSaid _, Signal.PaymentRead _ -> refundLater(renewal, stage, now);
            default -> SettlingRules.readPayment(renewal, stage, stage.paymentRef(), stage.asks(), now);
        };
    }

    private Decision refundSaid(Renewal renewal, Stage.Refunding stage, PaymentRecord payment, Instant now) {
        return switch (payment) {
            case PaymentRecord.Refunded(var ref, var amount) -> refunded(renewal, ref, amount, stage.attempt(), now);
            case PaymentRecord.RefundFailed failed -> refundFailed(stage, failed.code(), now);
            case PaymentRecord.Refunding _, PaymentRecord.Captured _ -> refundLater(renewal, stage, now);
            case PaymentRecord.Held _, PaymentRecord.Released _, PaymentRecord.Odd _ ->
                SettlingRules.odd(renewal, stage, payment, now);
        };
    }

    static Decision refunded(Renewal renewal, String ref, Money amount, int attempt, Instant now) {
        return Decision.to(new Stage.Refunded(ref, now, attempt))
                .book(Movements.refunded(gateway(renewal), ref, attempt, amount))
                .settle(UNTIL_REFUNDED)
                .tell(Notice.REFUNDED)
                .wakeAt(now.plus(Patience.REFUND_WATCH.getFirst()));
    }

    private static Decision refundFailed(Stage.Refunding stage, String code, Instant now) {
        return Decision.to(new Stage.RefundFailed(stage.paymentRef(), code, now, stage.attempt()))
                .open(CaseKind.REFUND_FAILED, "the gateway could not give the money back: " + code)
                .tell(Notice.REFUND_FAILED);
    }

    private Decision refundLater(Renewal renewal, Stage.Refunding stage, Instant now) {
        var next = new Stage.Refunding(stage.paymentRef(), stage.since(), stage.attempt(), stage.asks() + 1);
        var decision = Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
        return now.isAfter(stage.since().plus(Patience.HOLD_WARNING))
                ? decision.open(CaseKind.REFUND_STUCK, "promised at " + stage.since())
                : decision;
    }

    private static Decision refund(Renewal renewal, Stage.Refunding stage, Instant now) {
        return send(renewal, stage, stage.paymentRef(), stage.attempt(), now);
    }

    static Decision send(Renewal renewal, Stage next, String paymentRef, int attempt, Instant now) {
        var id = renewal.request("r", attempt);
        var amount = renewal.terms().payment().price().total();
        return Decision.to(next)
                .call(new Call.Refund(gateway(renewal), id, paymentRef, amount))
                .wakeAt(Patience.next(now, renewal.id(), 0));
    }

    /** What is over sleeps for ever, unless somebody outside wakes it: then it is asked whether it still stands. */
    Decision over(Renewal renewal, Stage.Over stage, Signal signal, Instant now) {
        return switch (stage) {
            case Stage.Kept kept -> kept(renewal, kept, signal, now);
            case Stage.Owed owed -> owed(renewal, owed, signal, now);
            case Stage.Refunded refunded -> refunded(renewal, refunded, signal, now);
            case Stage.RefundFailed failed -> owing.refundFailed(renewal, failed, signal, now);
            case Stage.Returned returned -> owing.returned(renewal, returned, signal, now);
            case Stage.NotCharged _ -> Decision.to(stage);
        };
    }

    private Decision kept(Renewal renewal, Stage.Kept stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.OrderSaid(Outcome.Done(var order))
            when order.state() == OrderRecord.State.REVERSED ->
                reversed(renewal, stage.paymentRef(), stage.evidence(), order, now);
            case Signal.OrderSaid(Outcome.Done<OrderRecord> _) -> Decision.to(stage);
            case Signal.OrderSaid _ -> onceMore(Decision.to(stage), stage.capturedAt(), now);
            default -> onceMore(ask(renewal, stage, now), stage.capturedAt(), now);
        };
    }

    /** Reversed before the debt was paid: whether to forgive it is decided by the person who has the case. */
    private Decision owed(Renewal renewal, Stage.Owed stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.OrderSaid(Outcome.Done(var order))
            when order.state() == OrderRecord.State.REVERSED -> {
                var decision = takenBack(renewal, Decision.to(stage), stage.evidence(), order);
                yield readable(renewal) ? decision.call(readLine(renewal)) : decision;
            }
            case Signal.LineSaid(Outcome.Done(var snapshot)) ->
                Decision.to(stage).line(new LineEffect.Seen(snapshot));
            case Signal.LineSaid _ -> Decision.to(stage);
            case Signal.OrderSaid(Outcome.Done<OrderRecord> _) -> Decision.to(stage);
            case Signal.OrderSaid _ -> onceMore(Decision.to(stage), stage.at(), now);
            default -> onceMore(ask(renewal, stage, now), stage.at(), now);
        };
    }

    /** A refund that succeeded can still come back weeks later: then the money is with us again, and owed. */
    private Decision refunded(Renewal renewal, Stage.Refunded stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.PaymentRead(Outcome.Done(PaymentRecord.RefundFailed failed)) ->
                Decision.to(new Stage.RefundFailed(stage.paymentRef(), failed.code(), now, stage.attempt()))
                        .book(Movements.refundReturned(
                                gateway(renewal), stage.paymentRef(), stage.attempt(), total(renewal)))
                        .open(CaseKind.REFUND_FAILED, "the refund came back: " + failed.code())
                        .tell(Notice.REFUND_FAILED);
            case Signal.PaymentRead(Outcome.Done<PaymentRecord> _) -> watchRefund(stage, now);
            case Signal.PaymentRead _ -> onceMore(Decision.to(stage), stage.at(), now);
            default -> onceMore(readPayment(renewal, stage, stage.paymentRef()), stage.at(), now);
        };
    }

    private static Decision watchRefund(Stage.Refunded stage, Instant now) {
        return Patience.REFUND_WATCH.stream()
                .map(stage.at()::plus)
                .filter(now::isBefore)
                .findFirst()
                .map(Decision.to(stage)::wakeAt)
                .orElseGet(() -> Decision.to(stage));
    }

    static Decision readPayment(Renewal renewal, Stage stage, String ref) {
        return Decision.to(stage).call(new Call.ReadPayment(gateway(renewal), ref));
    }

    static Money total(Renewal renewal) {
        return renewal.terms().payment().price().total();
    }

    /** A wake-up that met no answer is not lost; but who never answers is not asked for ever. */
    static Decision onceMore(Decision decision, Instant since, Instant now) {
        return now.isBefore(since.plus(MEMORY)) ? decision.wakeAt(now.plus(ASK_AGAIN)) : decision;
    }

    private static String gateway(Renewal renewal) {
        return SettlingRules.gateway(renewal);
    }
}
