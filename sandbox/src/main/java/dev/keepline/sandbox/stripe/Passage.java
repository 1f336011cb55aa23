package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.stripe.Changes.Task;
import tools.jackson.databind.node.ObjectNode;

/** What the passing of time does by itself. */
final class Passage {

    private Passage() {}

    /** Does what is due, looking at the object again: it may have moved on since this was planned. */
    static void run(Changes changes, Task task, String id) {
        changes.find(id).ifPresent(document -> {
            switch (task) {
                case SESSION_EXPIRES -> Sessions.expireIfDue(changes, document);
                case HOLD_ENDS -> Intents.endHold(changes, document);
                case REFUND_SETTLES -> RefundCalls.settled(changes, document);
                case REFUND_FAILS -> RefundCalls.failed(changes, document);
            }
        });
    }

    /** Whether an object shows a state that has passed already, the planned work being a moment late. */
    static boolean overdue(ObjectNode document, long seconds) {
        return switch (document.path("object").asString()) {
            case "checkout.session" ->
                Sessions.isOpen(document)
                        && seconds >= document.path("expires_at").asLong();
            case "payment_intent" ->
                Intents.status(document).equals("requires_capture") && seconds >= Intents.holdEnd(document);
            default -> false;
        };
    }

    /** Brings an overdue object up to date. */
    static void catchUp(Changes changes, ObjectNode document) {
        if (document.path("object").asString().equals("checkout.session")) Sessions.expireIfDue(changes, document);
        else Intents.endHold(changes, document);
    }
}
