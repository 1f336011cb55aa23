package dev.keepline.sandbox.stripe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one call may do to the stored objects: it reads its own writes, and all of it is stored together, with the
 * events it caused and the work it left for later, or none of it.
 */
interface Changes {

    /** Sandbox time, the same throughout one change. */
    Instant now();

    /** A fresh id: {@code pi_} and 24 letters and digits. */
    String newId(String prefix);

    Optional<ObjectNode> find(String id);

    /** The object, or Stripe's 404 under the given parameter name. */
    ObjectNode load(String object, String id, String param);

    void put(ObjectNode document);

    /** Stores an event with a copy of the object as it is now, and sends it once the change is stored. */
    void emit(String type, ObjectNode object);

    void later(Duration after, Task task, String id);

    /** What the passing of time does to an object; each looks at the object again when its time comes. */
    enum Task {
        SESSION_EXPIRES,
        HOLD_ENDS,
        REFUND_SETTLES,
        REFUND_FAILS
    }

    default long seconds() {
        return now().getEpochSecond();
    }
}
