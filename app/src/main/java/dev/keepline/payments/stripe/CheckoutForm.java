package dev.keepline.payments.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import dev.keepline.kernel.Money;
import dev.keepline.payments.OpenSession;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What we ask Stripe's hosted Checkout for: one card payment of one amount, held and not taken. */
final class CheckoutForm {

    /** Names under which Stripe's objects and events carry our ids. */
    static final String ACCOUNT = "account_id";

    static final String RENEWAL = "renewal_id";
    static final String REQUEST = "request_id";

    /** Marks the way back of somebody who has paid: the page then says so while we ask. It decides nothing. */
    static final String PAID = "paid";

    /** Stripe counts these in units other than the currency's smallest. */
    private static final Set<String> ODD_UNITS = Set.of("ISK", "UGX");

    private CheckoutForm() {}

    /** Whether an amount means to Stripe what it means to us. */
    static boolean takes(Money amount) {
        return amount.isPositive()
                && amount.currency().getDefaultFractionDigits() <= 2
                && !ODD_UNITS.contains(amount.currency().getCurrencyCode());
    }

    /** A function of the command alone, so that sending it again under its key is the same request. */
    static SessionCreateParams of(OpenSession command) {
        var about = command.about();
        var returnTo = about.returnTo().toString();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .addLineItem(item(command))
                .setAdaptivePricing(SessionCreateParams.AdaptivePricing.builder()
                        .setEnabled(
                                false) // else Stripe may offer, and hold, another amount in the payer's own currency
                        .build())
                .setClientReferenceId(about.account() + "_" + about.renewal())
                .putAllMetadata(names(command))
                .setPaymentIntentData(PaymentIntentData.builder()
                        .setCaptureMethod(PaymentIntentData.CaptureMethod.MANUAL)
                        .putAllMetadata(names(command))
                        .build())
                .setExpiresAt(command.expiresAt().getEpochSecond())
                .setLocale(locale(command.locale()))
                .setSuccessUrl(returnTo + "?" + PAID)
                .setCancelUrl(returnTo)
                .build();
    }

    private static Map<String, String> names(OpenSession command) {
        return Map.of(
                ACCOUNT, command.about().account().toString(),
                RENEWAL, command.about().renewal().toString(),
                REQUEST, command.id().value());
    }

    private static LineItem item(OpenSession command) {
        var product = LineItem.PriceData.ProductData.builder()
                .setName(command.about().description())
                .build();
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(LineItem.PriceData.builder()
                        .setCurrency(
                                command.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                        .setUnitAmount(command.amount().minor())
                        .setProductData(product)
                        .build())
                .build();
    }

    /** Stripe's nearest page language; the browser's own where it has none. Its Chinese is simplified unless named. */
    static SessionCreateParams.Locale locale(String tag) {
        var wanted = Locale.forLanguageTag(tag);
        return Stream.of(wanted.getLanguage() + "-" + wanted.getCountry(), wanted.getLanguage())
                .flatMap(name -> Arrays.stream(SessionCreateParams.Locale.values())
                        .filter(known -> known.getValue().equalsIgnoreCase(name)))
                .findFirst()
                .orElse(SessionCreateParams.Locale.AUTO);
    }
}
