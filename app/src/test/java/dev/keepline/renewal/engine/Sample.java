package dev.keepline.renewal.engine;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import dev.keepline.ledger.Charge;
import dev.keepline.ledger.Price;
import dev.keepline.payments.Hold;
import dev.keepline.payments.Session;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One renewal's facts, as plain as they get: a plan of 30 days and 5 GB for 15 dollars and two charges. */
public final class Sample {

    public static final Instant T0 = Instant.parse("2026-11-25T10:00:00Z");
    public static final long GB = 1_000_000_000L;
    public static final Money TOTAL = Money.usd(1_733);
    public static final Money WHOLESALE = Money.usd(1_100);
    public static final String PAYMENT = "pi_1";

    private Sample() {}

    /** A new renewal of a new line of a new account. */
    public static Terms terms() {
        return terms(new AccountId(UUID.randomUUID()), new LineId(UUID.randomUUID()), 1);
    }

    public static Terms terms(AccountId account, LineId line, int segment) {
        var iccid = Iccid.parse("8901260000000000006").orElseThrow();
        var product = new Product("p-1", WHOLESALE, new Effect.Plan(30, 5 * GB), ProofLevel.READ_BACK);
        return terms(new Terms.Subject(account, line, segment, new QuoteId(UUID.randomUUID())), iccid, product);
    }

    private static Terms terms(Terms.Subject subject, Iccid iccid, Product product) {
        var goods = new Terms.Goods(
                "dtone",
                new LineAddress.ByIccid(iccid),
                product,
                Duration.ofHours(24),
                Optional.of(LocalDate.of(2026, 12, 25)));
        return new Terms(new RenewalId(UUID.randomUUID()), subject, goods, payment(), T0);
    }

    /** A new renewal of a new line with that plan. */
    static Terms plan(String offering) {
        return named(terms(), offering);
    }

    /** The same renewal of what has a name in the catalogue. */
    static Terms named(Terms terms, String offering) {
        var goods = terms.goods();
        return new Terms(
                terms.id(),
                terms.subject(),
                new Terms.Goods(
                        goods.connector(),
                        goods.address(),
                        goods.product(),
                        goods.longestUnknown(),
                        goods.serviceEndsOn(),
                        goods.promisedUntil(),
                        Optional.of(offering)),
                terms.payment(),
                terms.createdAt());
    }

    /** A new renewal over a road that only the aggregator confirms. */
    public static Terms credit() {
        return credit(terms());
    }

    /** The same renewal over a road that only the aggregator confirms. */
    static Terms credit(Terms plan) {
        var product = new Product("p-2", WHOLESALE, new Effect.Credit(Money.usd(1_500)), ProofLevel.AGGREGATOR);
        var address = new LineAddress.ByMsisdn(Msisdn.parse("+12025550100").orElseThrow());
        var goods = new Terms.Goods("dtone", address, product, Duration.ofHours(24), Optional.empty());
        return new Terms(plan.id(), plan.subject(), goods, plan.payment(), plan.createdAt());
    }

    /** The same renewal over a road on which nobody confirms anything. */
    static Terms unproven() {
        var plan = credit();
        var product = plan.goods().product();
        var goods = new Terms.Goods(
                "nowhere",
                plan.goods().address(),
                new Product(product.id(), product.wholesale(), product.effect(), ProofLevel.NONE),
                Duration.ofHours(24),
                Optional.empty());
        return new Terms(plan.id(), plan.subject(), goods, plan.payment(), plan.createdAt());
    }

    private static Terms.Payment payment() {
        var charges = List.of(
                new Charge("ny-sales-tax", Money.usd(133)),
                new Charge("ny-911", Money.usd(100)),
                new Charge("ny-none", Money.usd(0)));
        return new Terms.Payment(
                "stripe",
                new Price(Money.usd(1_500), charges),
                "Renewal, 30 days",
                URI.create("http://localhost:8080/renewals/1"),
                "zh-CN");
    }

    public static Session session() {
        return new Session("cs_1", URI.create("https://pay.example/cs_1"), T0.plus(Duration.ofMinutes(30)));
    }

    public static Hold hold() {
        return new Hold(PAYMENT, TOTAL, T0.plus(Duration.ofDays(7)), "visa 4242");
    }

    /** The line's record before the order: 1 GB left for two more days. */
    public static Snapshot before() {
        return snapshot(GB, T0.plus(Duration.ofDays(2)), T0.plusSeconds(10));
    }

    /** The line's record when all that was bought has arrived. */
    public static Snapshot after() {
        return snapshot(6 * GB, T0.plus(Duration.ofDays(32)), T0.plusSeconds(30));
    }

    public static Snapshot snapshot(long bytes, Instant expiresAt, Instant readAt) {
        return new Snapshot(
                List.of(
                        new Bucket(Allowance.DATA_BYTES, bytes, Optional.of(expiresAt)),
                        new Bucket(Allowance.MESSAGES, Bucket.UNLIMITED, Optional.empty())),
                readAt);
    }

    public static OrderRecord order(Terms terms, OrderRecord.State state) {
        return new OrderRecord(
                RequestId.of(terms.id(), "o", 1), "v-" + terms.id(), state, WHOLESALE, T0.plusSeconds(20));
    }

    public static Evidence evidence(Terms terms) {
        return new Evidence(order(terms, OrderRecord.State.COMPLETED), Optional.of(before()), Optional.of(after()));
    }

    public static Stage.Sent sent() {
        return new Stage.Sent(1, T0.plusSeconds(15), T0.plusSeconds(15));
    }

    /** One of every stage there is. */
    public static List<Stage> stages(Terms terms) {
        var completed = order(terms, OrderRecord.State.COMPLETED);
        var before = Optional.of(before());
        return List.of(
                new Stage.Opening(1, T0, T0.plusSeconds(1_860), 2),
                new Stage.Withdrawing(1, T0, T0.plusSeconds(1_860), 1),
                new Stage.AwaitingPayment(1, session(), 3),
                new Stage.Closing(1, session(), 1),
                new Stage.Snapshotting(hold(), T0, 0),
                new Stage.Ordering(hold(), before, sent()),
                new Stage.Resending(hold(), Optional.empty(), sent(), T0.plusSeconds(40)),
                new Stage.Asking(hold(), before, sent(), 4, true),
                new Stage.ReadingBack(hold(), before(), completed, T0, 0),
                new Stage.InReview(hold(), before(), completed, "half of it", 1),
                new Stage.Capturing(hold(), evidence(terms), 1, 0),
                new Stage.Voiding(hold(), EndReason.CARRIER_REFUSED, 1, 0),
                new Stage.Renewed(PAYMENT, evidence(terms), T0, 2),
                new Stage.Refunding(PAYMENT, T0, 1, 0),
                new Stage.NotCharged(EndReason.NOT_PAID, T0),
                new Stage.Refunded(PAYMENT, T0, 1),
                new Stage.RefundFailed(PAYMENT, "lost_or_stolen_card", T0, 1),
                new Stage.Returned(PAYMENT, T0, new Stage.Otherwise("wire 7", "the card is closed")),
                new Stage.Kept(PAYMENT, new Evidence(completed, Optional.empty(), Optional.empty()), T0),
                new Stage.Owed(evidence(terms), T0));
    }
}
