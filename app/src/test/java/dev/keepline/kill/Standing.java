package dev.keepline.kill;

import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Stage;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a renewal stands in the store, as its row says it. */
record Standing(RenewalId id, String stage, JsonNode details) {

    private static final Set<String> OVER = Stream.of(Stage.Over.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());

    static Standing of(String id, String stage, String details) {
        return new Standing(RenewalId.parse(id), stage, JsonMapper.shared().readTree(details));
    }

    /** Nothing more happens by itself. */
    boolean over() {
        return OVER.contains(stage);
    }

    int asks() {
        return details.path("asks").asInt();
    }

    /** The payment page, by the gateway's name. */
    String session() {
        return details.path("session").path("ref").asString();
    }

    /** The reserved payment, by the gateway's name. */
    String hold() {
        return details.path("hold").path("paymentRef").asString();
    }
}
