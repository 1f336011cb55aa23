package dev.keepline.renewal.engine;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Product;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Price;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was agreed when a renewal began, copied from its quote so that nothing said later can change it.
 *
 * @param createdAt when the person asked for it
 */
public record Terms(RenewalId id, Subject subject, Goods goods, Payment payment, Instant createdAt) {

    /**
     * Which stretch of which line.
     *
     * @param segment counts the stretches bought for this line: one segment is captured at most once
     */
    public record Subject(AccountId account, LineId line, int segment, QuoteId quote) {}

    /**
     * What is ordered, where.
     *
     * @param longestUnknown how long the connector may leave an order unresolved
     * @param serviceEndsOn when service ends once this is delivered, by the published rule and in the line's zone; empty
     *     where only the carrier's record can say
     * @param promisedUntil until when service was promised to last at least, where the carrier's record will say; empty
     *     where nothing was promised
     * @param offering the catalogue's name of it: the plan a line is on once it has it
     */
    public record Goods(
            String connector,
            LineAddress address,
            Product product,
            Duration longestUnknown,
            Optional<LocalDate> serviceEndsOn,
            Optional<Instant> promisedUntil,
            Optional<String> offering) {

        /** Of which nothing was promised that a record could belie, and that has no name. */
        public Goods(
                String connector,
                LineAddress address,
                Product product,
                Duration longestUnknown,
                Optional<LocalDate> serviceEndsOn) {
            this(connector, address, product, longestUnknown, serviceEndsOn, Optional.empty(), Optional.empty());
        }

        /** Whether it was to move the line's dates: a plan does, money only where a published rule says how far. */
        public boolean movesDates() {
            return product.effect() instanceof Effect.Plan || serviceEndsOn.isPresent() || promisedUntil.isPresent();
        }

        /** Whether money is credited and nothing renewed by it. */
        public boolean onlyMoney() {
            return product.effect() instanceof Effect.Credit && !movesDates();
        }

        /** The plan that a line is on once it has this; empty for credit, which changes no plan. */
        public Optional<String> plan() {
            return product.effect() instanceof Effect.Plan ? offering : Optional.empty();
        }
    }

    /**
     * What is paid, where.
     *
     * @param description what the person reads on the gateway's page
     * @param returnTo where the gateway sends the person afterwards
     * @param locale of the gateway's page, a BCP 47 tag
     */
    public record Payment(String gateway, Price price, String description, URI returnTo, String locale) {}

    /** The kind of a renewal's job. */
    public static final String JOB_KIND = "renewal";

    /** The job that carries the renewal on. */
    public WakeRef job() {
        return new WakeRef(JOB_KIND, account(), id.toString());
    }

    public AccountId account() {
        return subject.account();
    }
}
