package dev.keepline.sandbox.dtone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Something that can be ordered. Names and prices are the sandbox's own; the shape is the specification's. */
record Product(int id, Words words, Kind kind, Operator operator, Offer offer) {

    /** The specification's product types this sandbox sells. */
    enum Kind {
        FIXED_VALUE_RECHARGE,
        RANGED_VALUE_RECHARGE,
        FIXED_VALUE_PIN_PURCHASE
    }

    record Operator(int id, String name, String country) {}

    record Words(String name, String description) {}

    /**
     * What it costs and brings. Money in US dollars.
     *
     * @param days of validity; 0 for a product that brings money only
     * @param margin our part of the face value, for example 0.045
     * @param least the face value; for a ranged product the smallest
     * @param most the face value; for a ranged product the largest
     */
    record Offer(int days, BigDecimal margin, BigDecimal least, BigDecimal most, List<Grant> grants) {}

    /** One allowance it brings; an amount of -1 is unlimited. */
    record Grant(String type, String unitType, String unit, BigDecimal amount) {

        boolean unlimited() {
            return amount.signum() < 0;
        }

        Grant half() {
            return unlimited() ? this : new Grant(type, unitType, unit, amount.divide(BigDecimal.TWO));
        }
    }

    boolean esim() {
        return kind == Kind.FIXED_VALUE_PIN_PURCHASE;
    }

    boolean ranged() {
        return kind == Kind.RANGED_VALUE_RECHARGE;
    }

    int serviceId() {
        return esim() ? 13 : 1;
    }

    /** What an order of this face value takes from the float. */
    BigDecimal wholesale(BigDecimal face) {
        return face.multiply(BigDecimal.ONE.subtract(offer.margin)).setScale(2, RoundingMode.HALF_UP);
    }
}
