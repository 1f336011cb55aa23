package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** What a session sells: ad-hoc prices in one currency, as {@code price_data}. */
record LineItems(List<Item> items, String currency, long total) {
    private static final int MOST = 100;

    /** One line: its price in minor units, times the quantity. */
    record Item(String name, long unitAmount, long quantity) {
        long amount() {
            return Math.multiplyExact(unitAmount, quantity);
        }
    }

    static LineItems read(Params params) {
        var given = params.list("line_items");
        if (given.isEmpty()) throw Refusal.missing("line_items");
        if (given.size() > MOST) throw Refusal.invalid("line_items", "At most " + MOST + " line items are allowed.");
        var currencies = given.stream()
                .map(item -> IntentTerms.currency(item.child("price_data")))
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw Refusal.invalid("line_items", "All line items must be in the same currency.");
        }
        var items = given.stream().map(LineItems::item).toList();
        long total = items.stream().mapToLong(Item::amount).reduce(0, Math::addExact);
        return new LineItems(items, currencies.getFirst(), total);
    }

    private static Item item(Params line) {
        line.only("price_data", "quantity");
        var price = line.child("price_data").only("currency", "unit_amount", "product_data", "tax_behavior");
        var product = price.child("product_data").only("name", "description", "metadata", "images", "tax_code");
        String name = product.required("name");
        long unit = price.atLeast(0, "unit_amount").orElseThrow(() -> Refusal.missing(price.name("unit_amount")));
        long quantity = line.atLeast(1, "quantity").orElseThrow(() -> Refusal.missing(line.name("quantity")));
        if (unit > 99_999_999 || quantity > 999_999) {
            throw Refusal.invalid(line.name("quantity"), "The line is too large.");
        }
        return new Item(name, unit, quantity);
    }

    ArrayNode shown(Changes changes) {
        var data = Json.array();
        for (Item item : items) {
            var shown = data.addObject()
                    .put("id", changes.newId("li"))
                    .put("object", "item")
                    .put("amount_discount", 0)
                    .put("amount_subtotal", item.amount())
                    .put("amount_tax", 0)
                    .put("amount_total", item.amount())
                    .put("currency", currency)
                    .put("description", item.name());
            shown.withObjectProperty("price")
                    .put("id", changes.newId("price"))
                    .put("object", "price")
                    .put("active", false)
                    .put("currency", currency)
                    .put("type", "one_time")
                    .put("unit_amount", item.unitAmount())
                    .put("unit_amount_decimal", Long.toString(item.unitAmount()));
            shown.put("quantity", item.quantity());
        }
        return data;
    }
}
