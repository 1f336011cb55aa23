package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.dtone.Product.Grant;
import dev.keepline.sandbox.dtone.Product.Operator;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Catalogue entries in the specification's shape. */
final class ProductJson {

    private ProductJson() {}

    static ObjectNode country(String code) {
        ObjectNode country = Json.object()
                .put("name", code.equals("USA") ? "United States" : "Canada")
                .put("iso_code", code);
        country.putNull("regions");
        return country;
    }

    static ObjectNode operator(Operator operator) {
        ObjectNode node = Json.object().put("id", operator.id()).put("name", operator.name());
        node.set("country", country(operator.country()));
        node.putNull("regions");
        return node;
    }

    /** The part a transaction repeats. */
    static ObjectNode base(Product product) {
        ObjectNode node = Json.object()
                .put("id", product.id())
                .put("name", product.words().name())
                .put("description", product.words().description());
        node.putArray("tags").add(product.esim() ? "BUNDLE" : "AIRTIME");
        ObjectNode service = node.putObject("service")
                .put("id", product.serviceId())
                .put("name", product.esim() ? "eSIM" : "Mobile");
        service.putObject("subservice")
                .put("id", product.esim() ? 131 : 11)
                .put("name", product.esim() ? "Data plan" : "Airtime");
        node.set("operator", operator(product.operator()));
        node.putNull("regions");
        return node;
    }

    static ObjectNode full(Product product) {
        ObjectNode node = base(product).put("type", product.kind().name());
        validity(product, node);
        identifiers(product, node);
        if (product.ranged()) {
            node.putArray("accepted_calculation_modes").add("SOURCE_AMOUNT").add("DESTINATION_AMOUNT");
        }
        node.putArray("availability_zones").add("INTERNATIONAL").add("DOMESTIC");
        if (product.ranged()) {
            range(product, node);
        } else {
            amounts(product, node);
        }
        rates(product, node);
        if (product.esim()) {
            pin(product, node);
        }
        node.set("benefits", benefits(product));
        node.putNull("promotions");
        return node;
    }

    static ObjectNode rates(Product product, ObjectNode node) {
        return node.putObject("rates")
                .put("base", BigDecimal.ONE)
                .put("wholesale", BigDecimal.ONE.subtract(product.offer().margin()))
                .put("retail", BigDecimal.ONE);
    }

    static void pin(Product product, ObjectNode node) {
        ObjectNode pin = node.putObject("pin");
        pin.putArray("usage_info").add("Applied by the operator; nothing to type.");
        pin.putObject("validity")
                .put("unit", "DAY")
                .put("quantity", product.offer().days());
        pin.put("terms", "Fictional operator of a sandbox.");
    }

    private static void validity(Product product, ObjectNode node) {
        if (product.offer().days() == 0) {
            node.putNull("validity");
        } else {
            node.putObject("validity")
                    .put("unit", "DAY")
                    .put("quantity", product.offer().days());
        }
    }

    private static void identifiers(Product product, ObjectNode node) {
        node.putNull("required_debit_party_identifier_fields");
        if (product.esim()) {
            node.putNull("required_credit_party_identifier_fields");
        } else {
            node.putArray("required_credit_party_identifier_fields").addArray().add("mobile_number");
        }
        for (String none : List.of("sender", "beneficiary", "statement_identifier", "additional_identifier")) {
            node.putNull("required_" + none + "_fields");
        }
    }

    private static void amounts(Product product, ObjectNode node) {
        BigDecimal face = product.offer().least();
        node.set("source", money(face));
        node.set("destination", money(face));
        ObjectNode prices = node.putObject("prices");
        prices.set("wholesale", money(product.wholesale(face)).put("fee", 0));
        prices.set("retail", money(face).put("fee", 0));
    }

    private static void range(Product product, ObjectNode node) {
        BigDecimal least = product.offer().least();
        BigDecimal most = product.offer().most();
        node.set("source", range(least, most));
        ObjectNode destination = range(least, most);
        destination.withObject("amount").put("increment", new BigDecimal("0.01"));
        node.set("destination", destination);
        ObjectNode prices = node.putObject("prices");
        prices.set(
                "wholesale",
                range(product.wholesale(least), product.wholesale(most)).put("fee", 0));
        prices.set("retail", range(least, most).put("fee", 0));
    }

    static ObjectNode money(BigDecimal dollars) {
        return Json.object().put("unit_type", "CURRENCY").put("unit", "USD").put("amount", dollars);
    }

    private static ObjectNode range(BigDecimal least, BigDecimal most) {
        ObjectNode node = Json.object().put("unit_type", "CURRENCY").put("unit", "USD");
        node.putObject("amount").put("min", least).put("max", most);
        return node;
    }

    private static ArrayNode benefits(Product product) {
        if (!product.ranged()) {
            return benefits(product.offer().grants());
        }
        ArrayNode list = Json.array();
        ObjectNode benefit = benefit(list, product.offer().grants().getFirst());
        ObjectNode amount = benefit.putObject("amount");
        for (String kind : List.of("base", "total_excluding_tax", "total_including_tax")) {
            amount.putObject(kind)
                    .put("min", product.offer().least())
                    .put("max", product.offer().most());
        }
        amount.putObject("promotion_bonus").put("min", 0).put("max", 0);
        benefit.putNull("additional_information");
        return list;
    }

    static ArrayNode benefits(List<Grant> grants) {
        ArrayNode list = Json.array();
        for (Grant grant : grants) {
            ObjectNode benefit = benefit(list, grant);
            benefit.putObject("amount")
                    .put("base", grant.amount())
                    .put("promotion_bonus", 0)
                    .put("total_excluding_tax", grant.amount())
                    .put("total_including_tax", grant.amount());
            benefit.putNull("additional_information");
        }
        return list;
    }

    private static ObjectNode benefit(ArrayNode list, Grant grant) {
        return list.addObject()
                .put("type", grant.type())
                .put("unit_type", grant.unitType())
                .put("unit", grant.unit());
    }
}
