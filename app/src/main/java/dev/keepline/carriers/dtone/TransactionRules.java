package dev.keepline.carriers.dtone;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.dtone.ProductRef.Kind;
import dev.keepline.carriers.dtone.Wire.Transaction;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/** What a transaction of DT One's says about an order of ours. Branches on its status class, as the vendor advises. */
final class TransactionRules {

    /** When to ask about a transaction at work, where the vendor does not say. Its callback mostly comes first. */
    static final Duration ASK_AFTER = Duration.ofSeconds(5);

    private static final int COMPLETED = 7;
    private static final int REVERSED = 8;

    private TransactionRules() {}

    /** @param retryAfter how long the vendor asks us to wait */
    static Outcome<OrderRecord> of(Transaction transaction, Order order, Optional<Duration> retryAfter, Instant now) {
        var difference = difference(transaction, order);
        if (difference.isPresent()) {
            return new Outcome.Unknown<>(difference.get());
        }
        return switch (transaction.status().statusClass().id()) {
            case 1, 2, 5 -> new Outcome.Accepted<>(vendorId(transaction), now.plus(retryAfter.orElse(ASK_AFTER)));
            case 3, 4, 9 -> refused(transaction.status().message());
            case COMPLETED, REVERSED ->
                record(transaction, now)
                        .<Outcome<OrderRecord>>map(Outcome.Done::new)
                        .orElseGet(() -> new Outcome.Unknown<>("its price cannot be read"));
            default ->
                new Outcome.Unknown<>(
                        "status class " + transaction.status().statusClass().id());
        };
    }

    /** Rejected for want of our own float is the operator's affair, not the carrier's word on this line. */
    private static Outcome<OrderRecord> refused(String message) {
        return message.equals("REJECTED-INSUFFICIENT-BALANCE")
                ? new Outcome.NotDone<>(Failures.FLOAT_EMPTY)
                : new Outcome.Refused<>(Refusals.of(message));
    }

    /** A finished transaction; empty for one that is not, or whose price cannot be read. */
    static Optional<OrderRecord> record(Transaction transaction, Instant now) {
        var state = switch (transaction.status().statusClass().id()) {
            case COMPLETED -> Optional.of(OrderRecord.State.COMPLETED);
            case REVERSED -> Optional.of(OrderRecord.State.REVERSED);
            default -> Optional.<OrderRecord.State>empty();
        };
        var price = transaction.prices().wholesale();
        return state.flatMap(is -> money(price.amount().add(price.fee()), price.unit())
                .map(cost -> new OrderRecord(
                        new RequestId(transaction.externalId()), vendorId(transaction), is, cost, now)));
    }

    /** Prices of the vendor can be finer than a cent. Empty for a currency that is none. */
    static Optional<Money> money(BigDecimal amount, String unit) {
        try {
            var currency = Currency.getInstance(unit);
            return Optional.of(Money.exact(BigDecimal.ONE, currency).share(amount));
        } catch (IllegalArgumentException notACurrency) {
            return Optional.empty();
        }
    }

    private static String vendorId(Transaction transaction) {
        return Long.toString(transaction.id());
    }

    /** Where a transaction under our reference is not what we ordered. */
    private static Optional<String> difference(Transaction transaction, Order order) {
        var ref = ProductRef.parse(order.product().id());
        if (!transaction.externalId().equals(order.reference().value())) {
            return Optional.of("another reference");
        }
        if (ref.isEmpty() || ref.get().id() != transaction.product().id()) {
            return Optional.of("another product: " + transaction.product().id());
        }
        if (!isFor(order.line(), transaction)) {
            return Optional.of("another line");
        }
        if (otherAmount(transaction, order)) {
            return Optional.of("another amount");
        }
        return ref.get().kind() == Kind.ESIM ? newEsim(transaction) : unredeemed(transaction);
    }

    private static boolean isFor(LineAddress line, Transaction transaction) {
        var party = Optional.ofNullable(transaction.creditPartyIdentifier());
        return switch (line) {
            case LineAddress.ByIccid(var iccid) ->
                party.filter(p -> iccid.digits().equals(p.accountNumber())).isPresent();
            case LineAddress.ByMsisdn(var msisdn) ->
                party.filter(p -> msisdn.e164().equals(p.mobileNumber())).isPresent();
        };
    }

    private static boolean otherAmount(Transaction transaction, Order order) {
        var adjusted = Optional.ofNullable(transaction.adjustedValues()).map(Wire.AdjustedValues::destination);
        return order.product().effect() instanceof Effect.Credit(var amount)
                && adjusted.filter(a -> a.amount().compareTo(amount.decimal()) != 0)
                        .isPresent();
    }

    private static Optional<String> newEsim(Transaction transaction) {
        return Optional.ofNullable(transaction.metadata())
                .map(Wire.Metadata::activationType)
                .filter(type -> !Objects.equals(type, "TOP_UP"))
                .map(type -> "not a top-up but " + type);
    }

    /** Credit that came as a code is at no line yet. */
    private static Optional<String> unredeemed(Transaction transaction) {
        return Optional.ofNullable(transaction.pin()).map(Wire.Pin::code).map(_ -> "a code that somebody must redeem");
    }
}
