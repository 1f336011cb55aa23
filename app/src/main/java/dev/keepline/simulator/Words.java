package dev.keepline.simulator;

import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** What happens, in few words: traces are read by people at the end of a long day. */
final class Words {

    private Words() {}

    static String of(RenewalId id) {
        return "r-" + id.toString().substring(0, 4);
    }

    static String of(String jobKey) {
        return "r-" + jobKey.substring(0, 4);
    }

    static String of(Decision decision, Instant now) {
        var effects = decision.effects();
        var text = new StringBuilder(of(decision.next()));
        effects.entries().forEach(e -> text.append(", books ").append(e.template()));
        effects.cases().forEach(c -> text.append(", opens ").append(c.kind()));
        effects.settled().stream()
                .sorted()
                .forEach(kind -> text.append(", settles ").append(kind));
        effects.notices().forEach(n -> text.append(", tells ").append(n));
        decision.call().ifPresent(c -> text.append(", calls ").append(of(c)));
        decision.wakeAt()
                .ifPresent(at -> text.append(", wakes in ")
                        .append(Duration.between(now, at).toSeconds())
                        .append(" s"));
        return text.toString();
    }

    private static String of(Stage stage) {
        var name = stage.getClass().getSimpleName();
        return switch (stage) {
            case Stage.InReview s -> name + " (" + s.finding() + ")";
            case Stage.Capturing s -> name + " " + s.attempt();
            case Stage.Voiding s -> name + " " + s.attempt() + " (" + s.reason() + ")";
            case Stage.Refunding s -> name + " " + s.attempt();
            case Stage.Ordering s -> name + " " + s.sent().sends();
            case Stage.NotCharged s -> name + " (" + s.reason() + ")";
            case Stage.RefundFailed s -> name + " (" + s.code() + ")";
            default -> name;
        };
    }

    static String of(Call call) {
        var name = call.getClass().getSimpleName();
        return switch (call) {
            case Call.Command command -> name + " " + command.id().value().replaceFirst(".*-", "");
            case Call.ReadSession read -> name + " " + read.sessionRef();
            case Call.ReadPayment read -> name + " " + read.paymentRef();
            case Call.ReadLine _, Call.FindOrder _ -> name;
        };
    }

    static String of(Signal signal) {
        return switch (signal) {
            case Signal.Woken _ -> "woken";
            case Signal.Abandoned _ -> "abandoned";
            case Signal.Stopped _ -> "stopped by the operator";
            case Signal.RefundAgain _ -> "the operator refunds again";
            case Signal.ReturnedOtherwise returned ->
                "the operator returned it otherwise, having read " + returned.record() + " at " + returned.readAt();
            case Signal.FoundDelivered _ -> "the operator finds it delivered";
            case Signal.FoundNotDelivered _ -> "the operator finds it not delivered";
            case Signal.SessionOpened(var outcome) -> of(outcome);
            case Signal.SessionSaid(var outcome) -> of(outcome);
            case Signal.PaymentSaid(var outcome) -> of(outcome);
            case Signal.PaymentRead(var outcome) -> of(outcome);
            case Signal.LineSaid(var outcome) -> of(outcome);
            case Signal.OrderSaid(var outcome) -> of(outcome);
        };
    }

    private static String of(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done<?> done ? value(done.value()) : outcome.toString();
    }

    private static String value(Object value) {
        return value instanceof Snapshot snapshot
                ? snapshot.buckets().stream()
                        .map(b -> b.allowance() + " " + b.left()
                                + b.expiresAt().map(at -> " until " + at).orElse(""))
                        .collect(Collectors.joining("; "))
                : value.toString();
    }
}
