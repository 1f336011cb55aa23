package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Store;
import dev.keepline.sandbox.dtone.Product.Grant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the operators know of each line, by ICCID or mobile number. An eSIM holds packages, each with its own end; a mobile
 * line holds a balance. A package bought before the others end begins when the last of them ends: the sandbox operator's
 * documented rule. A package of a SIM not yet in use has no end until first use.
 */
final class Lines {

    private static final String MSISDN = "\\+1[2-9][0-9]{2}55501[0-9]{2}";

    private final Store store;
    private final InstantSource clock;
    private final MVMap<String, String> lines;

    Lines(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.lines = store.map("dtone-lines");
    }

    /** Whether the sandbox will hold this number: only the North American numbers reserved for fiction. */
    static boolean fictional(String msisdn) {
        return msisdn.matches(MSISDN);
    }

    Optional<ObjectNode> find(String number) {
        @Nullable String stored = lines.get(number);
        if (stored != null) {
            return Optional.of(Json.parseObject(stored));
        }
        if (Iccids.valid(number) && number.startsWith(Iccids.TEST_RANGE)) {
            return Optional.of(fresh(number, Catalogue.SANDBOX_MOBILE, true));
        }
        boolean even = number.length() > 1 && (number.charAt(number.length() - 1) - '0') % 2 == 0;
        return fictional(number)
                ? Optional.of(fresh(number, even ? "AT&T USA" : "T-Mobile USA", true))
                : Optional.empty();
    }

    List<ObjectNode> all() {
        return lines.values().stream().map(Json::parseObject).toList();
    }

    /** A line without anything on it. One that is in use has been installed and activated. */
    ObjectNode fresh(String number, String operator, boolean inUse) {
        ObjectNode line = Json.object().put("number", number).put("operator", operator);
        if (inUse) {
            line.put("installation_date", now().toString()).put("activation_date", now().toString());
        } else {
            line.putNull("installation_date").putNull("activation_date");
        }
        line.put("balance", new BigDecimal("0.00")).putArray("packages");
        return line;
    }

    void put(ObjectNode line) {
        store.write(() -> lines.put(line.path("number").asString(), Json.write(line)));
    }

    /** Adds a package by the operator's rule and returns the line's latest end, if it has one. */
    void addPackage(String number, String reference, List<Grant> grants, int days) {
        ObjectNode line = find(number).orElseThrow();
        Instant begins = latestEnd(line).filter(end -> end.isAfter(now())).orElse(now());
        ObjectNode bought = packageOf(reference, grants, days);
        if (line.path("activation_date").isNull()) {
            bought.putNull("expiration_date");
        } else {
            bought.put("expiration_date", begins.plus(Duration.ofDays(days)).toString());
        }
        line.withArray("packages").removeIf(each -> !alive(each));
        line.withArray("packages").add(bought);
        put(line);
    }

    static ObjectNode packageOf(String reference, List<Grant> grants, int days) {
        ObjectNode node = Json.object().put("reference", reference).put("days", days);
        ArrayNode buckets = node.putArray("buckets");
        for (Grant grant : grants) {
            buckets.addObject()
                    .put("type", grant.type())
                    .put("unit_type", grant.unitType())
                    .put("unit", grant.unit())
                    .put("amount", grant.amount());
        }
        return node;
    }

    /** Takes a package back; the ends of the others stay as they are. */
    void removePackage(String number, String reference) {
        find(number).ifPresent(line -> {
            ArrayNode kept = Json.array();
            line.path("packages")
                    .valueStream()
                    .filter(each -> !each.path("reference").asString().equals(reference))
                    .forEach(kept::add);
            line.set("packages", kept);
            put(line);
        });
    }

    /** Adds money to a mobile line, or takes it with a negative amount. */
    void credit(String number, BigDecimal dollars) {
        ObjectNode line = find(number).orElseThrow();
        put(line.put("balance", line.path("balance").decimalValue().add(dollars)));
    }

    /** First use: every package that waited gets its end, one behind the other. */
    void activate(String number) {
        ObjectNode line = find(number).orElseThrow();
        line.put("installation_date", now().toString()).put("activation_date", now().toString());
        Instant end = latestEnd(line).filter(latest -> latest.isAfter(now())).orElse(now());
        for (JsonNode each : line.path("packages")) {
            if (each.path("expiration_date").isNull()) {
                end = end.plus(Duration.ofDays(each.path("days").asInt()));
                each.asObject().put("expiration_date", end.toString());
            }
        }
        put(line);
    }

    /** Uses up some of an allowance, the package that ends first before the others; never below nothing. */
    void use(String number, String type, BigDecimal amount) {
        ObjectNode line = find(number).orElseThrow();
        BigDecimal left = amount;
        for (JsonNode each : line.path("packages")) {
            for (JsonNode bucket : each.path("buckets")) {
                BigDecimal has = bucket.path("amount").decimalValue();
                if (alive(each) && bucket.path("type").asString().equals(type) && has.signum() > 0) {
                    BigDecimal taken = has.min(left);
                    bucket.asObject().put("amount", has.subtract(taken));
                    left = left.subtract(taken);
                }
            }
        }
        put(line);
    }

    /** What is left, in the specification's shape; ended packages are gone. */
    List<ObjectNode> benefits(ObjectNode line) {
        List<ObjectNode> benefits = new ArrayList<>();
        for (JsonNode each : line.path("packages")) {
            if (alive(each)) {
                for (JsonNode bucket : each.path("buckets")) {
                    ObjectNode benefit = bucket.asObject().deepCopy();
                    benefit.set("expiration_date", each.path("expiration_date"));
                    benefit.set("country", ProductJson.country("USA"));
                    benefits.add(benefit);
                }
            }
        }
        return benefits;
    }

    private boolean alive(JsonNode each) {
        return end(each).map(end -> end.isAfter(now())).orElse(true);
    }

    private static Optional<Instant> latestEnd(ObjectNode line) {
        return line.path("packages")
                .valueStream()
                .flatMap(each -> end(each).stream())
                .max(Instant::compareTo);
    }

    private static Optional<Instant> end(JsonNode each) {
        return each.path("expiration_date").isNull()
                ? Optional.empty()
                : Optional.of(Instant.parse(each.path("expiration_date").asString()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
