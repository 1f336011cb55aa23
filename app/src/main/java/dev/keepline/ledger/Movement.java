package dev.keepline.ledger;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One movement of a customer's money, as the customer sees it.
 *
 * @param entry in the journal
 * @param amount above zero; what it means for the customer is the kind's to say
 * @param at when it happened
 */
public record Movement(UUID entry, Kind kind, Optional<RenewalId> renewal, Money amount, Instant at) {

    /** What happened to the money. */
    public enum Kind {
        /** Reserved, not taken. */
        HELD,
        /** The reservation ended without being taken. */
        RELEASED,
        /** Taken. */
        CHARGED,
        /** Delivered and not paid: the customer owes it. */
        OWED,
        /** Promised back, on its way. */
        REFUNDING,
        /** Given back, as the gateway confirmed. */
        REFUNDED,
        /** Given back outside the gateway, whose refund had failed. */
        RETURNED;

        /** What the customer paid by it: the amount, its opposite, or nothing. */
        public Money paid(Money amount) {
            return switch (this) {
                case CHARGED -> amount;
                case REFUNDED, RETURNED -> amount.times(-1);
                case HELD, RELEASED, OWED, REFUNDING -> Money.zero(amount.currency());
            };
        }
    }

    /** What the customer paid by it: below zero when it came back. */
    public Money paid() {
        return kind.paid(amount);
    }

    /** Where it stands among the others, to go on from there. */
    public Position position() {
        return new Position(at, entry);
    }

    /** A place in an account's movements, newest first. */
    public record Position(Instant at, UUID entry) {}
}
