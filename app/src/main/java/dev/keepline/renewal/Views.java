package dev.keepline.renewal;

import dev.keepline.payments.Hold;
import dev.keepline.renewal.engine.Evidence;
import dev.keepline.renewal.engine.Renewal;
import dev.keepline.renewal.engine.RenewalStore.Passage;
import dev.keepline.renewal.engine.RenewalStore.Stored;
import dev.keepline.renewal.engine.Stage;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the engine's stages into what pages show. Pure. */
final class Views {

    private Views() {}

    static RenewalView of(Stored stored, List<Passage> history) {
        Renewal renewal = stored.renewal();
        var goods = renewal.terms().goods();
        var bought = new RenewalView.Bought(
                renewal.terms().subject().line(),
                renewal.terms().subject().quote(),
                renewal.terms().payment().price(),
                goods.product().effect(),
                new RenewalView.Proof(goods.product().proof(), goods.connector()),
                goods.movesDates());
        return new RenewalView(renewal.id(), bought, standing(renewal.stage()), reached(history), stored.version());
    }

    private static RenewalView.Standing standing(Stage stage) {
        return new RenewalView.Standing(
                phase(stage), pay(stage), held(stage), shown(stage), end(stage), returned(stage), payment(stage));
    }

    /** The gateway's name of the payment, once there is one. */
    static Optional<String> payment(Stage stage) {
        return switch (stage) {
            case Stage.Holding holding -> Optional.of(holding.hold().paymentRef());
            case Stage.Renewed renewed -> Optional.of(renewed.paymentRef());
            case Stage.Kept kept -> Optional.of(kept.paymentRef());
            case Stage.Refunding refunding -> Optional.of(refunding.paymentRef());
            case Stage.Refunded refunded -> Optional.of(refunded.paymentRef());
            case Stage.RefundFailed failed -> Optional.of(failed.paymentRef());
            case Stage.Returned returned -> Optional.of(returned.paymentRef());
            default -> Optional.empty();
        };
    }

    private static Optional<String> returned(Stage stage) {
        return stage instanceof Stage.Returned returned
                ? Optional.of(returned.otherwise().reference())
                : Optional.empty();
    }

    private static Map<Phase, Instant> reached(List<Passage> history) {
        var reached = new EnumMap<Phase, Instant>(Phase.class);
        history.forEach(passage -> reached.putIfAbsent(phase(passage.stage()), passage.at()));
        return reached;
    }

    static Phase phase(Stage stage) {
        return phase(stage.getClass().getSimpleName());
    }

    /** By the stage's name, since history keeps names. */
    private static Phase phase(String stage) {
        return switch (stage) {
            case "Opening" -> Phase.OPENING;
            case "AwaitingPayment" -> Phase.TO_PAY;
            case "Closing", "Withdrawing" -> Phase.CLOSING;
            case "Snapshotting" -> Phase.AUTHORISED;
            case "Ordering", "Asking" -> Phase.ORDERED;
            case "Resending" -> Phase.NOT_PLACED;
            case "ReadingBack" -> Phase.CONFIRMING;
            case "InReview" -> Phase.IN_REVIEW;
            case "Capturing" -> Phase.CONFIRMED;
            case "Voiding" -> Phase.RELEASING;
            case "Renewed", "Kept" -> Phase.RENEWED;
            case "Refunding" -> Phase.REFUNDING;
            case "NotCharged" -> Phase.NOT_CHARGED;
            case "Refunded" -> Phase.REFUNDED;
            case "RefundFailed" -> Phase.REFUND_FAILED;
            case "Returned" -> Phase.RETURNED;
            case "Owed" -> Phase.OWED;
            default -> throw new IllegalStateException("a stage without a phase: " + stage);
        };
    }

    private static Optional<RenewalView.PayAt> pay(Stage stage) {
        return stage instanceof Stage.AwaitingPayment awaiting
                ? Optional.of(new RenewalView.PayAt(
                        awaiting.session().url(), awaiting.session().expiresAt()))
                : Optional.empty();
    }

    private static Optional<RenewalView.Held> held(Stage stage) {
        return stage instanceof Stage.Holding holding ? Optional.of(held(holding.hold())) : Optional.empty();
    }

    private static RenewalView.Held held(Hold hold) {
        return new RenewalView.Held(hold.method(), hold.captureBefore(), hold.paymentRef());
    }

    private static Optional<RenewalView.Shown> shown(Stage stage) {
        return switch (stage) {
            case Stage.Capturing capturing ->
                Optional.of(
                        shown(capturing.evidence(), Optional.of(capturing.hold().paymentRef())));
            case Stage.Renewed renewed -> Optional.of(shown(renewed.evidence(), Optional.of(renewed.paymentRef())));
            case Stage.Kept kept -> Optional.of(shown(kept.evidence(), Optional.of(kept.paymentRef())));
            case Stage.Owed owed -> Optional.of(shown(owed.evidence(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static RenewalView.Shown shown(Evidence evidence, Optional<String> paymentRef) {
        return new RenewalView.Shown(
                evidence.order().vendorId(),
                evidence.order().readAt(),
                evidence.before(),
                evidence.after(),
                paymentRef,
                evidence.word().isPresent());
    }

    private static Optional<RenewalView.End> end(Stage stage) {
        return switch (stage) {
            case Stage.NotCharged ended ->
                Optional.of(new RenewalView.End(ended.reason().name(), ended.refusal()));
            case Stage.Voiding voiding ->
                Optional.of(new RenewalView.End(voiding.reason().name(), voiding.refusal()));
            default -> Optional.empty();
        };
    }
}
