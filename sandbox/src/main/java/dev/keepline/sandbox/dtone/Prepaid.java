package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Store;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The buyer's prepaid float in US dollars, moved as documented: authorise, void, capture, reverse. */
final class Prepaid {

    private static final BigDecimal FRESH = new BigDecimal("250000.00");

    private final Store store;
    private final Map<String, String> amounts;

    Prepaid(Store store) {
        this.store = store;
        this.amounts = store.map("dtone-float");
    }

    void seed() {
        if (!amounts.containsKey("available")) {
            set(FRESH);
        }
    }

    void set(BigDecimal available) {
        store.write(() -> put("available", available));
    }

    BigDecimal available() {
        return get("available");
    }

    /** From available to holding; false when there is not enough. */
    boolean authorise(BigDecimal amount) {
        if (available().compareTo(amount) < 0) {
            return false;
        }
        move(amount.negate(), amount);
        return true;
    }

    void voidHolding(BigDecimal amount) {
        move(amount, amount.negate());
    }

    void capture(BigDecimal amount) {
        move(BigDecimal.ZERO, amount.negate());
    }

    void reverse(BigDecimal amount) {
        move(amount, BigDecimal.ZERO);
    }

    private void move(BigDecimal available, BigDecimal holding) {
        put("available", get("available").add(available));
        put("holding", get("holding").add(holding));
    }

    private BigDecimal get(String name) {
        return new BigDecimal(amounts.getOrDefault(name, "0.00"));
    }

    private void put(String name, BigDecimal amount) {
        amounts.put(name, amount.toPlainString());
    }

    ObjectNode json() {
        return Json.object()
                .put("id", 1)
                .put("unit_type", "CURRENCY")
                .put("unit", "USD")
                .put("available", get("available"))
                .put("holding", get("holding"))
                .put("credit_limit", 0);
    }
}
