package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/balance}: the sum of the movements, by currency, split by whether their day has come. */
final class BalanceCalls {
    private final Database database;

    BalanceCalls(Database database) {
        this.database = database;
    }

    ObjectNode retrieve(Params params) {
        params.only("expand");
        var available = new TreeMap<String, Long>();
        var pending = new TreeMap<String, Long>();
        long now = database.now().getEpochSecond();
        var all = new Objects.Page(Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        for (var movement : database.list("balance_transaction", all, _ -> true)) {
            String currency = movement.path("currency").asString();
            boolean arrived = movement.path("available_on").asLong() <= now;
            long net = movement.path("net").asLong();
            available.merge(currency, arrived ? net : 0, Math::addExact);
            pending.merge(currency, arrived ? 0 : net, Math::addExact);
        }
        available.putIfAbsent("usd", 0L);
        pending.putIfAbsent("usd", 0L);
        var balance = Json.object().put("object", "balance").put("livemode", false);
        balance.set("available", amounts(available));
        balance.set("connect_reserved", amounts(Map.of("usd", 0L)));
        balance.set("pending", amounts(pending));
        return balance;
    }

    private static ArrayNode amounts(Map<String, Long> sums) {
        var list = Json.array();
        sums.forEach((currency, amount) -> list.addObject()
                .put("amount", amount)
                .put("currency", currency)
                .withObjectProperty("source_types")
                .put("card", amount));
        return list;
    }
}
