package dev.keepline.payments.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Refusal;
import dev.keepline.payments.Hold;
import dev.keepline.payments.PaymentRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's objects as records of ours. What lacks a field it must have is refused with an exception. */
final class StripeRecords {

    /** What an intent must be read with: its charge says until when and on which card, the transaction when it was taken. */
    static final List<String> INTENT_PARTS = List.of("latest_charge.balance_transaction");

    /**
     * A hold without an end of its own is taken to last no longer than the shortest that Stripe documents: Visa,
     * merchant-initiated, 5 days, in practice 4 days and 18 hours.
     */
    private static final Duration SHORTEST_HOLD = Duration.ofDays(4).plusHours(18);

    private static final Map<String, String> BRANDS = Map.of(
            "visa", "Visa",
            "mastercard", "Mastercard",
            "amex", "American Express",
            "discover", "Discover",
            "diners", "Diners Club",
            "jcb", "JCB",
            "unionpay", "UnionPay");

    private StripeRecords() {}

    static dev.keepline.payments.Session opened(Session session) {
        return new dev.keepline.payments.Session(
                need(session.getId(), "id"),
                java.net.URI.create(need(session.getUrl(), "url")),
                at(session.getExpiresAt(), "expires_at"));
    }

    /** The intent that a complete session must have. */
    static PaymentIntent intent(Session complete) {
        return need(complete.getPaymentIntentObject(), "payment_intent");
    }

    /** Why the last card that was tried on an ended page was declined; empty where none was. */
    static Optional<Refusal> declined(Session ended) {
        return Optional.ofNullable(ended.getPaymentIntentObject())
                .map(PaymentIntent::getLastPaymentError)
                .map(Declines::of);
    }

    /** @param refunds every refund of this intent */
    static PaymentRecord payment(PaymentIntent intent, List<Refund> refunds) {
        var ref = need(intent.getId(), "id");
        return switch (need(intent.getStatus(), "status")) {
            case "requires_capture" -> new PaymentRecord.Held(hold(ref, intent));
            case "succeeded" -> taken(ref, intent, refunds);
            case "canceled" -> new PaymentRecord.Released(ref);
            case String other -> new PaymentRecord.Odd(ref, other);
        };
    }

    private static Hold hold(String ref, PaymentIntent intent) {
        var charge = charge(intent);
        var card = Optional.ofNullable(charge.getPaymentMethodDetails()).map(Charge.PaymentMethodDetails::getCard);
        var end = card.map(Charge.PaymentMethodDetails.Card::getCaptureBefore)
                .map(Instant::ofEpochSecond)
                .orElseGet(() -> at(charge.getCreated(), "created").plus(SHORTEST_HOLD));
        var method = card.map(StripeRecords::method).orElse("Card");
        return new Hold(ref, money(intent.getAmountCapturable(), intent.getCurrency()), end, method);
    }

    private static String method(Charge.PaymentMethodDetails.Card card) {
        var brand = Optional.ofNullable(card.getBrand())
                .map(name -> BRANDS.getOrDefault(name, name))
                .orElse("Card");
        return Optional.ofNullable(card.getLast4())
                .map(last -> brand + " •••• " + last)
                .orElse(brand);
    }

    private static PaymentRecord taken(String ref, PaymentIntent intent, List<Refund> refunds) {
        var amount = money(intent.getAmountReceived(), intent.getCurrency());
        long back = sum(refunds, "succeeded");
        long onItsWay = sum(refunds, "pending") + sum(refunds, "requires_action");
        if (back >= amount.minor()) {
            return new PaymentRecord.Refunded(ref, amount);
        }
        if (onItsWay > 0) {
            return new PaymentRecord.Refunding(ref, money(back + onItsWay, intent.getCurrency()));
        }
        if (back > 0) {
            return new PaymentRecord.Odd(ref, "partly refunded");
        }
        return failure(refunds)
                .<PaymentRecord>map(code -> new PaymentRecord.RefundFailed(ref, code))
                .orElseGet(() -> new PaymentRecord.Captured(ref, amount, takenAt(charge(intent))));
    }

    private static Optional<String> failure(List<Refund> refunds) {
        return refunds.stream()
                .max(Comparator.comparingLong(refund -> need(refund.getCreated(), "created")))
                .map(last -> Optional.ofNullable(last.getFailureReason()).orElse(need(last.getStatus(), "status")));
    }

    private static long sum(List<Refund> refunds, String status) {
        return refunds.stream()
                .filter(refund -> status.equals(refund.getStatus()))
                .mapToLong(refund -> need(refund.getAmount(), "amount"))
                .sum();
    }

    /** The charge itself tells only when it was authorised. */
    private static Instant takenAt(Charge charge) {
        return Optional.ofNullable(charge.getBalanceTransactionObject())
                .map(BalanceTransaction::getCreated)
                .map(Instant::ofEpochSecond)
                .orElseGet(() -> at(charge.getCreated(), "created"));
    }

    private static Charge charge(PaymentIntent intent) {
        return need(intent.getLatestChargeObject(), "latest_charge");
    }

    private static Money money(@Nullable Long minor, @Nullable String currency) {
        return new Money(
                need(minor, "amount"),
                Currency.getInstance(need(currency, "currency").toUpperCase(Locale.ROOT)));
    }

    private static Instant at(@Nullable Long seconds, String field) {
        return Instant.ofEpochSecond(need(seconds, field));
    }

    private static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalStateException("Stripe's answer has no " + field);
        }
        return value;
    }
}
