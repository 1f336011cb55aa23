package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.dtone.Product.Grant;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A valid request for a transaction.
 *
 * @param face what arrives, in US dollars
 * @param body the request as sent, for what the answer repeats
 */
record Order(String externalId, Product product, BigDecimal face, JsonNode body) {

    private static final int LONGEST_EXTERNAL_ID = 40;
    private static final String E164 = "\\+[1-9][0-9]{6,14}";

    /** A request is an order, or refused with the vendor's answer. */
    sealed interface Read {
        record Valid(Order order) implements Read {}

        record Refused(Errors error, @Nullable String detail) implements Read {}
    }

    /** The line to top up; empty when an eSIM product is to come with a new SIM. */
    Optional<String> line() {
        String field = product.esim() ? "account_number" : "mobile_number";
        String number = body.path("credit_party_identifier").path(field).asString("");
        return number.isEmpty() ? Optional.empty() : Optional.of(number);
    }

    Optional<String> callbackUrl() {
        return body.path("callback_url").asStringOpt().filter(url -> !url.isEmpty());
    }

    boolean autoConfirm() {
        return body.path("auto_confirm").asBoolean(false);
    }

    /** What it brings: for airtime the face value, for a plan its allowances. */
    List<Grant> grants() {
        return product.esim() ? product.offer().grants() : List.of(Catalogue.airtime(face));
    }

    /** Checks a request in the order fields, product, line, amount. */
    static Read read(JsonNode body, Catalogue catalogue) {
        String externalId = body.path("external_id").asString("");
        if (externalId.isBlank() || externalId.length() > LONGEST_EXTERNAL_ID) {
            return new Read.Refused(Errors.BAD_REQUEST, "external_id must have 1 to 40 characters");
        }
        if (!body.path("product_id").isInt()) {
            return new Read.Refused(Errors.BAD_REQUEST, "product_id is required");
        }
        if (!validCallback(body.path("callback_url"))) {
            return new Read.Refused(Errors.BAD_REQUEST, "callback_url is not a URL");
        }
        Optional<Product> product = catalogue.product(body.path("product_id").asInt());
        if (product.isEmpty()) {
            return new Read.Refused(Errors.PRODUCT_NOT_AVAILABLE, null);
        }
        return readParty(
                new Order(externalId, product.get(), product.get().offer().least(), body));
    }

    private static Read readParty(Order order) {
        Optional<String> line = order.line();
        if (!order.product.esim()) {
            if (line.isEmpty()) {
                return new Read.Refused(Errors.BAD_REQUEST, "credit_party_identifier.mobile_number is required");
            }
            if (!line.get().matches(E164) || !Lines.fictional(line.get())) {
                return new Read.Refused(Errors.MOBILE_NUMBER_INVALID, null);
            }
        }
        return order.product.ranged() ? readAmount(order) : new Read.Valid(order);
    }

    private static Read readAmount(Order order) {
        String mode = order.body.path("calculation_mode").asString("");
        if (!mode.equals("SOURCE_AMOUNT") && !mode.equals("DESTINATION_AMOUNT")) {
            return new Read.Refused(Errors.BAD_REQUEST, "calculation_mode is required for this product");
        }
        JsonNode asked = order.body.path(mode.equals("SOURCE_AMOUNT") ? "source" : "destination");
        if (!asked.path("amount").isNumber()) {
            return new Read.Refused(Errors.BAD_REQUEST, "the amount named by calculation_mode is required");
        }
        if (!asked.path("unit").asString("").equals("USD")
                || !asked.path("unit_type").asString("").equals("CURRENCY")) {
            return new Read.Refused(Errors.UNIT_INVALID, null);
        }
        BigDecimal amount = asked.path("amount").decimalValue();
        Product.Offer offer = order.product.offer();
        boolean inRange = amount.compareTo(offer.least()) >= 0
                && amount.compareTo(offer.most()) <= 0
                && amount.stripTrailingZeros().scale() <= 2;
        return inRange
                ? new Read.Valid(new Order(order.externalId, order.product, amount.setScale(2), order.body))
                : new Read.Refused(Errors.AMOUNT_OUT_OF_RANGE, null);
    }

    private static boolean validCallback(JsonNode url) {
        if (url.isMissingNode() || url.isNull()) {
            return true;
        }
        try {
            String scheme = URI.create(url.asString("")).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException notAUrl) {
            return false;
        }
    }
}
