package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A transaction in the specification's shape, 1.14.0 with the eSIM metadata of 1.23.0. */
final class TransactionJson {

    static final Duration CONFIRM_WITHIN = Duration.ofHours(1);

    private TransactionJson() {}

    static ObjectNode created(long id, Order order, Instant now) {
        Product product = order.product();
        ObjectNode node = Json.object().put("id", id).put("external_id", order.externalId());
        node.put("creation_date", now.toString());
        node.put("confirmation_expiration_date", now.plus(CONFIRM_WITHIN).toString());
        node.set("status", Status.CREATED.json());
        node.putNull("operator_reference");
        node.putNull("pin");
        ObjectNode base = ProductJson.base(product);
        if (product.esim()) {
            ProductJson.pin(product, base);
        }
        node.set("product", base);
        prices(order, node);
        ProductJson.rates(product, node);
        node.set("benefits", ProductJson.benefits(order.grants()));
        node.putNull("promotions");
        requested(order, node);
        node.putNull("adjusted_values");
        repeated(order, node);
        if (product.esim()) {
            node.set("metadata", esim(order));
        }
        return node;
    }

    private static void prices(Order order, ObjectNode node) {
        ObjectNode prices = node.putObject("prices");
        prices.set(
                "wholesale",
                ProductJson.money(order.product().wholesale(order.face())).put("fee", 0));
        prices.set("retail", ProductJson.money(order.face()).put("fee", 0));
    }

    private static void requested(Order order, ObjectNode node) {
        if (!order.product().ranged()) {
            node.putNull("requested_values");
            return;
        }
        ObjectNode values = node.putObject("requested_values");
        values.set("source", ProductJson.money(order.face()));
        values.set("destination", ProductJson.money(order.face()));
    }

    private static void repeated(Order order, ObjectNode node) {
        for (String field : List.of(
                "sender",
                "beneficiary",
                "debit_party_identifier",
                "credit_party_identifier",
                "statement_identifier",
                "additional_identifier",
                "callback_url")) {
            if (order.body().hasNonNull(field)) {
                node.set(field, order.body().path(field));
            }
        }
    }

    private static ObjectNode esim(Order order) {
        ObjectNode metadata = Json.object()
                .put("type", "ESIM")
                .put("activation_type", order.line().isPresent() ? "TOP_UP" : "DATA_PLAN");
        ObjectNode balance = metadata.putObject("balance");
        BigDecimal data = order.product().offer().grants().getFirst().amount();
        balance.putObject("size").put("amount", data.longValueExact()).put("unit", "GB");
        balance.putObject("validity")
                .put("quantity", order.product().offer().days())
                .put("unit", "DAY");
        balance.put("country_set", "USA");
        balance.putObject("extended_data_policy").put("type", "STANDARD");
        return metadata;
    }

    /** What a new eSIM's buyer installs. The download host is reserved and never resolves. */
    static ObjectNode profile(String iccid) {
        String code = "LPA:1$smdp.sandbox.invalid$SBX-" + iccid.substring(iccid.length() - 8);
        return Json.object()
                .put("iccid", iccid)
                .put("activation_code", code)
                .put("apple_universal_link", "https://esimsetup.apple.com/esim_qrcode_provisioning?carddata=" + code)
                .put(
                        "android_universal_link",
                        "https://esimsetup.android.com/esim_qrcode_provisioning?carddata=" + code)
                .put("installation_url", "https://install.sandbox.invalid/" + iccid);
    }
}
