package dev.keepline.carriers.dtone;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Our prepaid balance, and every finished order. */
final class Books {

    /** The vendor lists at most this much at a time. */
    private static final Duration WINDOW = Duration.ofHours(24);

    private static final Duration LONGEST_PAST = Duration.ofDays(62);

    private final DtOneHttp http;
    private final InstantSource clock;

    Books(DtOneHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    Outcome<Money> balance() {
        return Pages.all(
                page -> http.get(
                        "/balances?unit_type=CURRENCY&unit=USD&page={page}&per_page={per_page}",
                        Map.of("page", page, "per_page", Pages.PER_PAGE)),
                nodes -> nodes.stream()
                        .flatMap(node -> Wire.read(node, Wire.Balance.class).stream())
                        .filter(balance -> balance.unit().equals("USD"))
                        .flatMap(balance -> Units.whole(balance.available().movePointRight(2)).stream())
                        .findFirst()
                        .<Outcome<Money>>map(cents -> new Outcome.Done<>(Money.usd(cents)))
                        .orElseGet(() -> new Outcome.Refused<>("no balance in USD")));
    }

    Outcome<List<OrderRecord>> ordersSince(Instant since) {
        var now = clock.instant();
        if (since.isBefore(now.minus(LONGEST_PAST))) {
            return new Outcome.Refused<>("more than " + LONGEST_PAST.toDays() + " days back");
        }
        var found = new LinkedHashMap<Long, OrderRecord>();
        for (Instant from = since; from.isBefore(now); from = from.plus(WINDOW)) {
            var to = from.plus(WINDOW).isBefore(now) ? from.plus(WINDOW) : now;
            var window = window(from, to, now);
            if (!(window instanceof Outcome.Done(var records))) {
                return new Outcome.Unknown<>("not all of it can be read: " + window);
            }
            // Both ends of a window belong to it, so that one transaction may be listed twice.
            found.putAll(records);
        }
        return new Outcome.Done<>(List.copyOf(found.values()));
    }

    private Outcome<Map<Long, OrderRecord>> window(Instant from, Instant to, Instant now) {
        Outcome<Map<Long, OrderRecord>> answer = Pages.all(
                page -> http.get(
                        "/transactions?from_date={from}&to_date={to}&page={page}&per_page={per_page}",
                        Map.of("from", from, "to", to, "page", page, "per_page", Pages.PER_PAGE)),
                nodes -> finished(nodes, now));
        return Orders.notListed(answer) ? new Outcome.Done<>(Map.of()) : answer;
    }

    private static Outcome<Map<Long, OrderRecord>> finished(List<JsonNode> nodes, Instant now) {
        var found = new LinkedHashMap<Long, OrderRecord>();
        for (JsonNode node : nodes) {
            var transaction = Wire.read(node, Wire.Transaction.class);
            if (transaction.isEmpty()) {
                return new Outcome.Unknown<>("a transaction cannot be read");
            }
            TransactionRules.record(transaction.get(), now)
                    .ifPresent(record -> found.put(transaction.get().id(), record));
        }
        return new Outcome.Done<>(found);
    }
}
