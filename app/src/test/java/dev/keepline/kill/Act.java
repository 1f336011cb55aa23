package dev.keepline.kill;

import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Stage;
import java.util.Map;
import java.util.Optional;

/** What people, the gateway and the carrier do in one renewal, and how it ends whatever is killed meanwhile. */
enum Act {
    RENEWED(Stage.Kept.class),
    /** Nobody pays while the page is open. */
    UNPAID(Stage.NotCharged.class),
    /** The person chooses again while the payment page is open. */
    CHOSEN_AGAIN(Stage.Kept.class),
    /** The person chooses again before the page's address is known. */
    WITHDRAWN(Stage.Kept.class),
    /** The carrier says no. */
    REFUSED(Stage.NotCharged.class),
    /** The order is done and its answer never arrives. */
    ANSWER_LOST(Stage.Kept.class),
    /** The carrier is too busy to take the order at first. */
    THROTTLED(Stage.Kept.class),
    /** Half of it arrives; the person who looks has the carrier take it back. */
    HALF_DELIVERED(Stage.NotCharged.class),
    /** The money is taken and the answer never arrives. */
    CAPTURE_LOST(Stage.Kept.class),
    /** The capture fails and the reservation is gone at the next try. */
    HOLD_LOST(Stage.Owed.class),
    /** The carrier takes back what was paid for. */
    TAKEN_BACK(Stage.Refunded.class),
    /** The carrier takes it back and the bank does not take the refund. */
    REFUND_FAILED(Stage.RefundFailed.class),
    /** The same, and the operator gives the money back another way. */
    RETURNED(Stage.Returned.class);

    private static final Map<String, Act> REACHING = Map.ofEntries(
            Map.entry(name(Stage.Withdrawing.class), WITHDRAWN),
            Map.entry(name(Stage.Closing.class), CHOSEN_AGAIN),
            Map.entry(name(Call.Expire.class), CHOSEN_AGAIN),
            Map.entry(name(Stage.Asking.class), ANSWER_LOST),
            Map.entry(name(Call.FindOrder.class), ANSWER_LOST),
            Map.entry(name(Stage.Resending.class), THROTTLED),
            Map.entry(name(Stage.InReview.class), HALF_DELIVERED),
            Map.entry(name(Stage.Voiding.class), REFUSED),
            Map.entry(name(Call.Release.class), REFUSED),
            Map.entry(name(Stage.NotCharged.class), UNPAID),
            Map.entry(name(Call.ReadPayment.class), CAPTURE_LOST),
            Map.entry(name(Stage.Owed.class), HOLD_LOST),
            Map.entry(name(Stage.Refunding.class), TAKEN_BACK),
            Map.entry(name(Call.Refund.class), TAKEN_BACK),
            Map.entry(name(Stage.Refunded.class), TAKEN_BACK),
            Map.entry(name(Stage.RefundFailed.class), REFUND_FAILED),
            Map.entry(name(Stage.Returned.class), RETURNED));

    private static final String GOOD_CARD = "4242424242424242";
    private static final String SLOW_REFUND_CARD = "4000000000007726";

    private final Class<? extends Stage> end;

    Act(Class<? extends Stage> end) {
        this.end = end;
    }

    /** The one in which a renewal comes to that point; where none is known, a plain renewal. */
    static Act reaching(KillPoint point) {
        return REACHING.getOrDefault(point.what(), RENEWED);
    }

    private static String name(Class<?> type) {
        return type.getSimpleName();
    }

    /** The stage in which the last renewal of the act ends. */
    String end() {
        return name(end);
    }

    /** How many quotes somebody agrees to, one after the other. */
    int renewals() {
        return this == CHOSEN_AGAIN || this == WITHDRAWN ? 2 : 1;
    }

    String card() {
        return this == REFUND_FAILED || this == RETURNED ? SLOW_REFUND_CARD : GOOD_CARD;
    }

    /** The last three digits of the line's number, by which the sandbox's carrier decides: x00 to x07 are words to it, x02 a no. */
    String lineEndsWith() {
        return this == REFUSED ? "002" : "9[1-9][0-9]";
    }

    /** Whether the carrier takes the order back once it is delivered. */
    boolean takenBack() {
        return this == TAKEN_BACK || this == REFUND_FAILED || this == RETURNED;
    }

    /** What goes wrong on the other side. */
    Optional<Mishap> mishap() {
        return Optional.ofNullable(
                switch (this) {
                    case WITHDRAWN -> new Mishap("stripe", "checkout.create", "drop_before", 2);
                    case ANSWER_LOST -> new Mishap("dtone", "order", "drop_after", 1);
                    case THROTTLED -> new Mishap("dtone", "order", "status_429", 1);
                    case HALF_DELIVERED -> new Mishap("dtone", "order", "half_applied", 1);
                    case CAPTURE_LOST -> new Mishap("stripe", "intent.capture", "drop_after", 1);
                    case HOLD_LOST -> new Mishap("stripe", "intent.capture", "status_500", 1);
                    case REFUND_FAILED, RETURNED -> new Mishap("stripe", "refund.create", "fails_later", 1);
                    case RENEWED, UNPAID, CHOSEN_AGAIN, REFUSED, TAKEN_BACK -> null;
                });
    }

    /** A fault of the sandbox that so many calls of that operation meet. */
    record Mishap(String counterpart, String operation, String fault, int times) {}
}
