package dev.keepline.portal.preview;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Amounts;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Effect;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.Allowances;
import dev.keepline.catalog.Amount;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Confidence;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.Levy;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.OfferingName;
import dev.keepline.catalog.Provenance;
import dev.keepline.catalog.SourceDate;
import dev.keepline.catalog.Tariff;
import dev.keepline.catalog.TaxLine;
import dev.keepline.catalog.Terms;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.Refusal;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Charge;
import dev.keepline.ledger.Price;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.renew.Offer;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.portal.renewals.Tracked;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.RenewalView;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Offers, a quote, and one renewal in each phase, for the line that is due soon. */
final class SampleRenewals {

    private static final Instant NOW = SampleLines.NOW;
    private static final Levy TAX = new Levy.Percent("ny-sales-tax", "tax.sales", new BigDecimal("0.08875"));
    private static final Levy FEE = new Levy.Fixed("att-admin-fee", "fee.att-admin", Money.usd(263));

    private SampleRenewals() {}

    static List<Offer> offers() {
        return List.of(
                plan("yearly", Kind.YEARLY, Period.ofDays(365), 12000),
                plan("quarterly", Kind.QUARTERLY, Period.ofDays(90), 3300),
                plan("monthly", Kind.MONTHLY, Period.ofDays(30), 1200),
                credit(true),
                unsold());
    }

    static List<Offer> elsewhere() {
        return List.of(new Offer(
                offering(
                        "fi-flexible",
                        Kind.MONTHLY,
                        Period.ofMonths(1),
                        2000,
                        new Fulfilment.None("instructions.google-fi")),
                new Offer.Cost.AllIn(Money.usd(2000), List.of(), Money.usd(2000)),
                Optional.empty(),
                new Offer.Manner(ProofLevel.NONE, true, true)));
    }

    private static Offer plan(String id, Kind kind, Period term, long cents) {
        var net = Money.usd(cents);
        var tax = net.share(new BigDecimal("0.08875"));
        var lines = List.of(new TaxLine(FEE, Money.usd(263)), new TaxLine(TAX, tax));
        var ends = LocalDate.parse("2026-11-29").plus(term);
        return new Offer(
                offering(id, kind, term, cents, esim()),
                new Offer.Cost.AllIn(net, lines, net.plus(tax).plus(Money.usd(263))),
                Optional.of(new Clocks(
                        Optional.of(ends), Certainty.READ, Optional.of(ends.plusDays(60)), Optional.empty())),
                new Offer.Manner(ProofLevel.READ_BACK, kind == Kind.MONTHLY, true));
    }

    static Offer credit(boolean planLine) {
        var offering = new Offering(
                new OfferingId("att-prepaid-top-up"),
                new CarrierId("att-prepaid"),
                new Offering.Contents(
                        new OfferingName("AT&T Prepaid credit", Map.of("zh-CN", "AT&T 预付费话费")),
                        new Tariff.ByAmount(Kind.TOP_UP_BY_AMOUNT, Optional.empty()),
                        Allowances.UNSTATED,
                        new Terms("2026-11-25", "terms.att-prepaid-top-up")),
                new Offering.Publication(source(Confidence.THIRD_PARTY), false),
                new Fulfilment.Credit("dtone", new Fulfilment.Operator("AT&T", "USA")));
        var tiers = List.of(
                new Offer.Tier(Money.usd(1000), Optional.of(Money.usd(2499)), 30),
                new Offer.Tier(Money.usd(2500), Optional.of(Money.usd(9999)), 90),
                new Offer.Tier(Money.usd(10000), Optional.empty(), 365));
        return new Offer(
                offering,
                new Offer.Cost.Chosen(
                        Optional.empty(),
                        planLine ? List.of() : tiers,
                        Optional.of(new Offer.Sold(
                                List.of(
                                        new Offer.Amount(Money.usd(1000), Money.usd(1089), Optional.of(30)),
                                        new Offer.Amount(Money.usd(2500), Money.usd(2722), Optional.of(90))),
                                List.of(new Amounts(Money.usd(1000), Money.usd(10000), Money.usd(500)))))),
                Optional.empty(),
                new Offer.Manner(ProofLevel.AGGREGATOR, false, planLine));
    }

    private static Offer unsold() {
        return new Offer(
                offering(
                        "att-saver",
                        Kind.MONTHLY,
                        Period.ofDays(30),
                        3500,
                        new Fulfilment.None("instructions.att-prepaid-plan")),
                new Offer.Cost.AllIn(Money.usd(3500), List.of(), Money.usd(3500)),
                Optional.empty(),
                new Offer.Manner(ProofLevel.NONE, false, true));
    }

    private static Offering offering(String id, Kind kind, Period term, long cents, Fulfilment road) {
        var data = new Allowances.Data(
                new Amount.Limited(16 * Allowances.BYTES_PER_GB),
                Allowances.Per.MONTH,
                new Amount.Limited(10 * Allowances.BYTES_PER_GB),
                OptionalInt.of(1500));
        return new Offering(
                new OfferingId(id),
                new CarrierId("att-prepaid"),
                new Offering.Contents(
                        new OfferingName("Unlimited " + id, Map.of()),
                        new Tariff.Fixed(kind, term, Money.usd(cents)),
                        new Allowances(new Amount.Unlimited(), new Amount.Unlimited(), data),
                        new Terms("2026-11-25", "terms.sandbox-mobile")),
                new Offering.Publication(source(Confidence.THIRD_PARTY), false),
                road);
    }

    private static Fulfilment esim() {
        return new Fulfilment.Plan("dtone", new Fulfilment.Operator("AT&T", "USA"), 365, 16_000_000_000L);
    }

    private static Provenance source(Confidence confidence) {
        return new Provenance(List.of("a record"), Optional.of(new SourceDate("2026-08-14")), confidence, "");
    }

    static QuoteTexts.About about() {
        var year = offers().getFirst();
        return new QuoteTexts.About(
                SampleLines.due(), year.offering(), ((Offer.Cost.AllIn) year.cost()).lines(), SampleLines.RULE);
    }

    static Quote quote() {
        var ends = LocalDate.parse("2027-11-29");
        return quote(
                new Quote.Promise(Optional.of(ends), Optional.of(ends.plusDays(60)), true, "2026-11-25"),
                new Product("p", Money.usd(11000), new Effect.Plan(365, 16_000_000_000L), ProofLevel.READ_BACK));
    }

    static Quote creditQuote() {
        return quote(
                new Quote.Promise(Optional.empty(), Optional.empty(), false, "2026-11-25"),
                new Product("p", Money.usd(2400), new Effect.Credit(Money.usd(2500)), ProofLevel.AGGREGATOR));
    }

    private static Quote quote(Quote.Promise promise, Product product) {
        return new Quote(
                new QuoteId(new UUID(4, 4)),
                new Quote.Subject(
                        new AccountId(new UUID(1, 1)), SampleLines.due().who().id(), 1),
                new Quote.Goods("yearly", Optional.empty(), "dtone", product),
                price(),
                promise,
                NOW.plus(Duration.ofMinutes(14)));
    }

    private static Price price() {
        return new Price(
                Money.usd(12000),
                List.of(new Charge("att-admin-fee", Money.usd(263)), new Charge("ny-sales-tax", Money.usd(1065))));
    }

    static Tracked tracked(Phase phase) {
        return new Tracked(
                view(phase), quote(), phase == Phase.RENEWED || phase == Phase.OWED ? renewed() : SampleLines.due());
    }

    private static dev.keepline.portal.lines.LineCard renewed() {
        return SampleLines.renewed();
    }

    private static RenewalView view(Phase phase) {
        boolean held = List.of(
                        Phase.AUTHORISED,
                        Phase.NOT_PLACED,
                        Phase.ORDERED,
                        Phase.CONFIRMING,
                        Phase.IN_REVIEW,
                        Phase.CONFIRMED,
                        Phase.RELEASING)
                .contains(phase);
        boolean shown = List.of(Phase.CONFIRMED, Phase.RENEWED, Phase.OWED).contains(phase);
        return new RenewalView(
                new RenewalId(new UUID(5, 5)),
                new RenewalView.Bought(
                        SampleLines.due().who().id(),
                        new QuoteId(new UUID(4, 4)),
                        price(),
                        new Effect.Plan(365, 16_000_000_000L),
                        new RenewalView.Proof(ProofLevel.READ_BACK, "dtone"),
                        true),
                new RenewalView.Standing(
                        phase,
                        phase == Phase.TO_PAY
                                ? Optional.of(new RenewalView.PayAt(
                                        URI.create("https://checkout.stripe.com/c/pay/x"),
                                        NOW.plus(Duration.ofMinutes(30))))
                                : Optional.empty(),
                        held
                                ? Optional.of(
                                        new RenewalView.Held("visa", NOW.plus(Duration.ofDays(5)), "pi_sandbox_4Xq2"))
                                : Optional.empty(),
                        shown ? Optional.of(shown()) : Optional.empty(),
                        phase == Phase.RELEASING || phase == Phase.NOT_CHARGED
                                ? Optional.of(new RenewalView.End(
                                        "CARRIER_REFUSED",
                                        Optional.of(new Refusal(
                                                Refusal.Why.LINE_NOT_ACCEPTED, "DECLINED-BARRED-CREDIT-PARTY"))))
                                : Optional.empty(),
                        phase == Phase.RETURNED ? Optional.of("wire 4711") : Optional.empty(),
                        Optional.of("pi_sandbox_4Xq2")),
                reached(phase),
                7);
    }

    private static RenewalView.Shown shown() {
        var data = 500_000_000L;
        var before = new Snapshot(
                List.of(new Bucket(Allowance.DATA_BYTES, data, Optional.of(Instant.parse("2026-11-29T05:00:00Z")))),
                NOW.minusSeconds(400));
        var after = new Snapshot(
                List.of(new Bucket(
                        Allowance.DATA_BYTES, 16_500_000_000L, Optional.of(Instant.parse("2027-11-29T05:00:00Z")))),
                NOW.minusSeconds(20));
        return new RenewalView.Shown(
                "88213406",
                NOW.minusSeconds(20),
                Optional.of(before),
                Optional.of(after),
                Optional.of("pi_sandbox_4Xq2"),
                false);
    }

    private static Map<Phase, Instant> reached(Phase phase) {
        var reached = new EnumMap<Phase, Instant>(Phase.class);
        var path = switch (phase) {
            case OPENING, TO_PAY, CLOSING -> List.of(Phase.OPENING, Phase.TO_PAY);
            case AUTHORISED -> List.of(Phase.OPENING, Phase.TO_PAY, Phase.AUTHORISED);
            case NOT_PLACED, ORDERED, RELEASING, NOT_CHARGED ->
                List.of(Phase.OPENING, Phase.TO_PAY, Phase.AUTHORISED, Phase.ORDERED);
            case CONFIRMING, IN_REVIEW ->
                List.of(Phase.OPENING, Phase.TO_PAY, Phase.AUTHORISED, Phase.ORDERED, Phase.CONFIRMING);
            default ->
                List.of(
                        Phase.OPENING,
                        Phase.TO_PAY,
                        Phase.AUTHORISED,
                        Phase.ORDERED,
                        Phase.CONFIRMING,
                        Phase.CONFIRMED,
                        Phase.RENEWED);
        };
        var at = NOW.minusSeconds(480);
        for (var step : path) {
            reached.put(step, at);
            at = at.plusSeconds(60);
        }
        reached.putIfAbsent(phase, at);
        return reached;
    }
}
