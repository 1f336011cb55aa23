package dev.keepline.sandbox.stripe;

import java.util.Optional;

/**
 * One of Stripe's documented test cards (docs.stripe.com/testing) and what it does.
 *
 * @param method the documented payment method that stands for it in API calls, without {@code pm_card_}
 * @param challenge 3DS asked for before the issuer is
 * @param decline the issuer's answer, when it is no
 */
record TestCard(
        String last4, Brand brand, String method, boolean challenge, Optional<CardDecline> decline, Later later) {

    /** What happens long after the charge. */
    enum Later {
        NOTHING,
        /** The refund is pending first and succeeds later. */
        REFUND_PENDING,
        /** The refund succeeds first and fails later. */
        REFUND_FAILS,
        /** The money is in the available balance at once. */
        AVAILABLE_AT_ONCE
    }

    /** The network and funding of a card. */
    record Brand(String network, String funding, int cvcDigits) {
        static final Brand VISA = new Brand("visa", "credit", 3);
        static final Brand VISA_DEBIT = new Brand("visa", "debit", 3);
        static final Brand MASTERCARD = new Brand("mastercard", "credit", 3);
        static final Brand MASTERCARD_DEBIT = new Brand("mastercard", "debit", 3);
        static final Brand MASTERCARD_PREPAID = new Brand("mastercard", "prepaid", 3);
        static final Brand AMEX = new Brand("amex", "credit", 4);
        static final Brand DISCOVER = new Brand("discover", "credit", 3);
        static final Brand DINERS = new Brand("diners", "credit", 3);
        static final Brand JCB = new Brand("jcb", "credit", 3);
        static final Brand UNIONPAY = new Brand("unionpay", "credit", 3);
    }

    String id() {
        return "pm_card_" + method;
    }

    static TestCard good(String last4, Brand brand, String method) {
        return new TestCard(last4, brand, method, false, Optional.empty(), Later.NOTHING);
    }

    static TestCard later(String last4, String method, Later later) {
        return new TestCard(last4, Brand.VISA, method, false, Optional.empty(), later);
    }

    static TestCard refused(String last4, String method, CardDecline decline) {
        return new TestCard(last4, Brand.VISA, method, false, Optional.of(decline), Later.NOTHING);
    }

    TestCard challenged() {
        return new TestCard(last4, brand, method, true, decline, later);
    }
}
