package dev.keepline.carriers;

import dev.keepline.kernel.Money;

/** What to look for among a connector's products. Operator names are matched without regard to case. */
public sealed interface ProductQuery {

    /** A plan for an eSIM. */
    record Plan(String operator, int days, long dataBytes) implements ProductQuery {}

    /** Credit of exactly this amount. */
    record Credit(String operator, Money amount) implements ProductQuery {}
}
