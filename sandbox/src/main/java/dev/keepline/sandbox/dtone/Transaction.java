package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stored transaction: the document a client sees, and beside it what only the sandbox knows (what was asked for, which
 * fault waits, what really happened on which line).
 */
record Transaction(ObjectNode document, ObjectNode inside) {

    static Transaction of(long id, Order order, Instant now) {
        ObjectNode inside = Json.object()
                .put("product_id", order.product().id())
                .put("face", order.face())
                .put("wholesale", order.product().wholesale(order.face()));
        order.line().ifPresent(line -> inside.put("line", line));
        return new Transaction(TransactionJson.created(id, order, now), inside);
    }

    static Transaction parse(String stored) {
        JsonNode both = Json.parse(stored);
        return new Transaction(
                both.path("document").asObject(), both.path("inside").asObject());
    }

    String stored() {
        ObjectNode both = Json.object();
        both.set("document", document);
        both.set("inside", inside);
        return Json.write(both);
    }

    long id() {
        return document.path("id").asLong();
    }

    Status status() {
        return Status.of(document);
    }

    void to(Status status) {
        document.set("status", status.json());
    }

    BigDecimal wholesale() {
        return inside.path("wholesale").decimalValue();
    }

    BigDecimal face() {
        return inside.path("face").decimalValue();
    }

    int productId() {
        return inside.path("product_id").asInt();
    }

    /** The line asked for; empty when a new eSIM is bought. */
    Optional<String> line() {
        return inside.path("line").asStringOpt();
    }

    Optional<String> callbackUrl() {
        return document.path("callback_url").asStringOpt();
    }

    /** What was really done, as {@code {"line", "package"}} or {@code {"line", "credit"}}. */
    ArrayNode applied() {
        return inside.withArray("applied");
    }
}
