package dev.keepline.renewal.postgres;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.Sample;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gateway and a carrier that do what they are told at once, and a process that may die before or after it told them. */
final class HonestOutside implements Outside {

    private final Terms terms;
    private final List<Call> wanted = new ArrayList<>();
    private final List<Call> arrived = new ArrayList<>();
    private PaymentRecord payment = new PaymentRecord.Held(Sample.hold());
    private int orders;
    private int captures;

    private Optional<Class<? extends Call>> diesBefore = Optional.empty();
    private Optional<Class<? extends Call>> diesAfter = Optional.empty();
    private Optional<Class<? extends Call>> loses = Optional.empty();
    private Optional<Class<? extends Call>> happensBefore = Optional.empty();
    private Runnable happening = () -> {};

    /** The process is gone. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    HonestOutside(Terms terms) {
        this.terms = terms;
    }

    void crashBefore(Class<? extends Call> call) {
        diesBefore = Optional.of(call);
    }

    void crashAfter(Class<? extends Call> call) {
        diesAfter = Optional.of(call);
    }

    void loseTheAnswerTo(Class<? extends Call> call) {
        loses = Optional.of(call);
    }

    void before(Class<? extends Call> call, Runnable what) {
        happensBefore = Optional.of(call);
        happening = what;
    }

    /** The calls of a kind that the engine wanted to make, those before which it died included. */
    List<Call> wanted(Class<? extends Call> kind) {
        return wanted.stream().filter(kind::isInstance).toList();
    }

    /** Those that arrived. */
    List<Call> did(Class<? extends Call> kind) {
        return arrived.stream().filter(kind::isInstance).toList();
    }

    List<Call> everything() {
        return wanted;
    }

    /** How often the carrier delivered. */
    int orders() {
        return orders;
    }

    /** How often money was taken. */
    int captures() {
        return captures;
    }

    @Override
    public Signal perform(Call call) {
        wanted.add(call);
        if (is(happensBefore, call)) {
            happensBefore = Optional.empty();
            happening.run();
        }
        if (is(diesBefore, call)) {
            diesBefore = Optional.empty();
            throw new Crash();
        }
        arrived.add(call);
        var answer = answer(call);
        if (is(diesAfter, call)) {
            diesAfter = Optional.empty();
            throw new Crash();
        }
        if (is(loses, call)) {
            loses = Optional.empty();
            return call instanceof Call.Open
                    ? new Signal.SessionOpened(new Outcome.Unknown<>("lost"))
                    : new Signal.OrderSaid(new Outcome.Unknown<>("lost"));
        }
        return answer;
    }

    private static boolean is(Optional<Class<? extends Call>> kind, Call call) {
        return kind.filter(k -> k.isInstance(call)).isPresent();
    }

    private Signal answer(Call call) {
        return switch (call) {
            case Call.Open _ -> new Signal.SessionOpened(new Outcome.Done<>(Sample.session()));
            case Call.ReadSession _ -> new Signal.SessionSaid(new Outcome.Done<>(new SessionRecord.Complete(payment)));
            case Call.ReadPayment _ -> new Signal.PaymentRead(new Outcome.Done<>(payment));
            case Call.Capture _ -> new Signal.PaymentSaid(new Outcome.Done<>(capture()));
            case Call.ReadLine _ ->
                new Signal.LineSaid(new Outcome.Done<>(orders == 0 ? Sample.before() : Sample.after()));
            case Call.PlaceOrder _ -> {
                orders++;
                yield new Signal.OrderSaid(new Outcome.Done<>(Sample.order(terms, OrderRecord.State.COMPLETED)));
            }
            case Call.FindOrder _ ->
                new Signal.OrderSaid(
                        orders == 0
                                ? new Outcome.NotDone<>("absent")
                                : new Outcome.Done<>(Sample.order(terms, OrderRecord.State.COMPLETED)));
            case Call.Expire _, Call.Release _, Call.Refund _ -> throw new AssertionError("nobody wanted " + call);
        };
    }

    private PaymentRecord capture() {
        captures++;
        payment = new PaymentRecord.Captured(Sample.PAYMENT, Sample.TOTAL, Sample.T0.plusSeconds(20));
        return payment;
    }
}
