package dev.keepline.renewal.outside;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.Answer;
import dev.keepline.renewal.engine.Signal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What an answer says, in a few words. Pure. */
public final class AnswerRules {

    private static final int LONGEST = 300;

    private AnswerRules() {}

    /** Empty for a signal that is no answer. */
    public static Optional<Answer> of(Signal signal) {
        return switch (signal) {
            case Signal.SessionOpened(var outcome) -> Optional.of(answer(outcome, AnswerRules::opened));
            case Signal.SessionSaid(var outcome) -> Optional.of(answer(outcome, AnswerRules::session));
            case Signal.PaymentSaid(var outcome) -> Optional.of(answer(outcome, AnswerRules::payment));
            case Signal.PaymentRead(var outcome) -> Optional.of(answer(outcome, AnswerRules::payment));
            case Signal.OrderSaid(var outcome) -> Optional.of(answer(outcome, AnswerRules::order));
            case Signal.LineSaid(var outcome) -> Optional.of(answer(outcome, _ -> new Answer("DONE", "READ", "")));
            default -> Optional.empty();
        };
    }

    private static <T> Answer answer(Outcome<T> outcome, Function<T, Answer> done) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> done.apply(value);
            case Outcome.Accepted<T> accepted -> new Answer("ACCEPTED", "", brief(accepted.reference()));
            case Outcome.Refused<T>(var refusal) -> new Answer("REFUSED", brief(refusal.code()), "");
            case Outcome.NotDone<T> notDone -> new Answer("NOT_DONE", brief(notDone.cause()), "");
            case Outcome.Unknown<T>(var cause) -> new Answer("UNKNOWN", brief(cause), "");
        };
    }

    private static Answer opened(Session session) {
        return new Answer("DONE", "OPEN", session.ref());
    }

    private static Answer session(SessionRecord record) {
        return switch (record) {
            case SessionRecord.Open() -> new Answer("DONE", "OPEN", "");
            case SessionRecord.Expired(var declined) ->
                declined.map(why -> new Answer("REFUSED", brief(why.code()), ""))
                        .orElse(new Answer("DONE", "EXPIRED", ""));
            case SessionRecord.Complete(var payment) -> payment(payment);
        };
    }

    private static Answer payment(PaymentRecord record) {
        var state = record.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        return switch (record) {
            case PaymentRecord.Held(var hold) -> new Answer("DONE", state, hold.paymentRef());
            case PaymentRecord.Captured captured -> new Answer("DONE", state, captured.paymentRef());
            case PaymentRecord.Released released -> new Answer("DONE", state, released.paymentRef());
            case PaymentRecord.Refunding refunding -> new Answer("DONE", state, refunding.paymentRef());
            case PaymentRecord.Refunded refunded -> new Answer("DONE", state, refunded.paymentRef());
            case PaymentRecord.RefundFailed failed -> new Answer("REFUSED", brief(failed.code()), failed.paymentRef());
            case PaymentRecord.Odd odd -> new Answer("UNKNOWN", brief(odd.status()), odd.paymentRef());
        };
    }

    private static Answer order(OrderRecord record) {
        return new Answer("DONE", record.state().name(), brief(record.vendorId()));
    }

    private static String brief(String text) {
        var clean = text.replaceAll("\\p{Cntrl}+", " ");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
