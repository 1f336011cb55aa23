package dev.keepline.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** One outgoing POST: a callback or webhook, by whom, to where, and how often it was tried. */
public record Delivery(String counterpart, String url, String body, int attempt) {

    static Delivery of(ObjectNode stored) {
        return new Delivery(
                stored.path("counterpart").asString(),
                stored.path("url").asString(),
                stored.path("body").asString(),
                stored.path("attempt").asInt());
    }

    ObjectNode stored() {
        return Json.object()
                .put("counterpart", counterpart)
                .put("url", url)
                .put("body", body)
                .put("attempt", attempt);
    }

    Delivery next() {
        return new Delivery(counterpart, url, body, attempt + 1);
    }
}
