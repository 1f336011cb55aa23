package dev.keepline.carriers.dtone;

import dev.keepline.carriers.Amounts;
import dev.keepline.carriers.dtone.ProductRef.Kind;
import dev.keepline.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A product of DT One's that we know how to order.
 *
 * @param days of validity; 0 where it brings none
 * @param dataBytes it brings; 0 where it brings none, or no counted data
 * @param arrives the amounts that can arrive at the line
 * @param wholesale what the smallest and the largest of them cost us, fee not included
 */
record DtOneProduct(ProductRef ref, int days, long dataBytes, Span arrives, Span wholesale, BigDecimal fee) {

    static final int ESIM_SERVICE = 13;
    static final int MOBILE_SERVICE = 1;

    private static final List<String> OTHERS = List.of(
            "required_debit_party_identifier_fields",
            "required_sender_fields",
            "required_beneficiary_fields",
            "required_statement_identifier_fields",
            "required_additional_identifier_fields");

    /** Amounts from the least to the most in steps of the increment, 0 for any. */
    record Span(String unit, BigDecimal least, BigDecimal most, BigDecimal increment) {

        boolean holds(BigDecimal amount, String currency) {
            boolean within = amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
            return unit.equals(currency)
                    && within
                    && (increment.signum() == 0
                            || amount.subtract(least).remainder(increment).signum() == 0);
        }

        /** The same as amounts of money. Empty for another currency, or for amounts finer than money is. */
        Optional<Amounts> amounts(Currency currency) {
            if (!unit.equals(currency.getCurrencyCode())) {
                return Optional.empty();
            }
            try {
                var from = Money.exact(least, currency);
                if (least.compareTo(most) == 0) {
                    return Optional.of(Amounts.only(from));
                }
                var step = increment.signum() == 0 ? new Money(1, currency) : Money.exact(increment, currency);
                return Optional.of(new Amounts(from, Money.exact(most, currency), step));
            } catch (ArithmeticException | IllegalArgumentException finer) {
                return Optional.empty();
            }
        }
    }

    /** Empty for what we do not sell or cannot read: one strange product must not hide the others. */
    static Optional<DtOneProduct> read(JsonNode node) {
        var kind = kind(node);
        var arrives = span(node.path("destination"));
        var wholesale = span(node.path("prices").path("wholesale"));
        var days = days(node.path("validity"));
        var data = data(node.path("benefits"));
        if (kind.isEmpty() || arrives.isEmpty() || wholesale.isEmpty() || days.isEmpty() || data.isEmpty()) {
            return Optional.empty();
        }
        var fee = decimal(node.path("prices").path("wholesale").path("fee")).orElse(BigDecimal.ZERO);
        return id(node).filter(_ -> needsNothingElse(node, kind.get()))
                .map(id -> new DtOneProduct(
                        new ProductRef(id, kind.get()), days.get(), data.get(), arrives.get(), wholesale.get(), fee));
    }

    /** What an amount costs us: in proportion for products with a range. */
    BigDecimal cost(BigDecimal amount) {
        var width = arrives.most().subtract(arrives.least());
        if (width.signum() == 0) {
            return wholesale.least().add(fee);
        }
        return wholesale
                .most()
                .subtract(wholesale.least())
                .multiply(amount.subtract(arrives.least()))
                .divide(width, MathContext.DECIMAL64)
                .add(wholesale.least())
                .add(fee);
    }

    private static Optional<Kind> kind(JsonNode node) {
        int service = node.path("service").path("id").asInt(0);
        return switch (node.path("type").asString("") + " " + service) {
            case "FIXED_VALUE_PIN_PURCHASE 13" -> Optional.of(Kind.ESIM);
            case "FIXED_VALUE_RECHARGE 1" -> Optional.of(Kind.FIXED);
            case "RANGED_VALUE_RECHARGE 1" -> Optional.of(Kind.RANGED).filter(_ -> byDestination(node));
            default -> Optional.empty();
        };
    }

    private static boolean byDestination(JsonNode node) {
        return elements(node.path("accepted_calculation_modes"))
                .anyMatch(mode -> mode.asString("").equals("DESTINATION_AMOUNT"));
    }

    /** We can name the line and nobody: no sender, no statement. */
    private static boolean needsNothingElse(JsonNode node, Kind kind) {
        var ours = kind == Kind.ESIM ? "account_number" : "mobile_number";
        return OTHERS.stream().allMatch(field -> met(node.path(field), List.of()))
                && met(node.path("required_credit_party_identifier_fields"), List.of(ours));
    }

    /** Alternatives, each a list of fields of which all are needed; none at all is met by anything. */
    private static boolean met(JsonNode alternatives, List<String> given) {
        return alternatives.isEmpty()
                || elements(alternatives)
                        .anyMatch(all -> elements(all).allMatch(field -> given.contains(field.asString(""))));
    }

    private static Optional<Long> id(JsonNode node) {
        return Optional.of(node.path("id")).filter(JsonNode::isIntegralNumber).map(JsonNode::asLong);
    }

    private static Optional<Span> span(JsonNode node) {
        var unit = node.path("unit").asString("");
        var amount = node.path("amount");
        var least = decimal(amount).or(() -> decimal(amount.path("min")));
        var most = decimal(amount).or(() -> decimal(amount.path("max")));
        if (unit.isEmpty() || least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        var increment = decimal(amount.path("increment")).orElse(BigDecimal.ZERO);
        return Optional.of(new Span(unit, least.get(), most.get(), increment));
    }

    /** Whole days only. A month is no number of days: such a product is not one we can promise dates for. */
    private static Optional<Integer> days(JsonNode validity) {
        if (validity.isNull() || validity.isMissingNode()) {
            return Optional.of(0);
        }
        int quantity = validity.path("quantity").asInt(0);
        return switch (validity.path("unit").asString("")) {
            case "HOUR" -> Optional.of(quantity / 24).filter(days -> days * 24 == quantity);
            case "DAY" -> Optional.of(quantity);
            case "WEEK" -> Optional.of(Math.multiplyExact(quantity, 7));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> data(JsonNode benefits) {
        return elements(benefits)
                .filter(benefit -> benefit.path("type").asString("").equals("DATA"))
                .map(benefit -> decimal(benefit.path("amount").path("total_excluding_tax"))
                        .flatMap(amount ->
                                Units.bytes(amount, benefit.path("unit").asString(""))))
                .reduce(Optional.of(0L), (one, other) -> one.flatMap(a -> other.map(b -> Math.addExact(a, b))));
    }

    private static Optional<BigDecimal> decimal(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
