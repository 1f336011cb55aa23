package dev.keepline.renewal;

import dev.keepline.carriers.Connector;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.OfferingName;
import dev.keepline.catalog.Pricing;
import dev.keepline.catalog.PricingRules;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.QuoteId;
import dev.keepline.ledger.Charge;
import dev.keepline.ledger.Price;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.QuoteResult.NoQuote;
import dev.keepline.renewal.QuoteResult.Reason;
import dev.keepline.renewal.outside.Counterparts;
import dev.keepline.renewal.postgres.QuoteRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes quotes: what exactly will be paid, and what for. Asks the connector what it sells today; charges nothing. */
public class Quotes {

    /** How long a price is kept. */
    public static final Duration VALID_FOR = Duration.ofMinutes(15);

    /** So old may a reading of the line be that a promise stands on; the record is read again before anything is ordered. */
    private static final Duration RECORD_HOLDS = Duration.ofHours(6);

    private final Lines lines;
    private final Rules rules;
    private final Counterparts counterparts;
    private final Keeping keeping;

    Quotes(Lines lines, Rules rules, Counterparts counterparts, Keeping keeping) {
        this.lines = lines;
        this.rules = rules;
        this.counterparts = counterparts;
        this.keeping = keeping;
    }

    /** What a quote is made by. */
    record Rules(Catalogue catalogue, PricingRules pricing, ClockRules clocks) {}

    /** Where and when a quote is kept. */
    record Keeping(QuoteRows rows, InstantSource clock) {}

    /** Erases the quotes that nobody bought and what lines were called, of an account that is deleted. */
    public void forget(AccountId account) {
        keeping.rows().forget(account);
    }

    /**
     * Quotes an offering for a line.
     *
     * @param amount to credit, for an offering whose amount the subscriber chooses
     */
    public QuoteResult quote(AccountId account, LineId id, OfferingId offeringId, Optional<Money> amount) {
        var line = lines.current(account, id);
        if (line.isEmpty()) {
            return new NoQuote(Reason.NO_LINE);
        }
        return rules.catalogue()
                .offering(offeringId)
                .filter(Offering::sellable)
                .filter(o -> o.carrier().value().equals(line.get().identity().carrier()))
                .map(offering -> quote(line.get(), offering, amount))
                .orElseGet(() -> new NoQuote(Reason.NOT_SOLD));
    }

    /** How far a renewal with this offering could be proven; known without asking anybody. */
    public ProofLevel proof(Offering offering) {
        return switch (offering.fulfilment()) {
            case Fulfilment.Plan plan -> proof(plan, Connector.Proofs::plans);
            case Fulfilment.Credit credit -> proof(credit, Connector.Proofs::credit);
            case Fulfilment.None _ -> ProofLevel.NONE;
        };
    }

    private ProofLevel proof(Fulfilment.Road road, Function<Connector.Proofs, ProofLevel> kind) {
        return counterparts
                .find(road.connector())
                .map(connector -> kind.apply(connector.proofs()))
                .orElse(ProofLevel.NONE);
    }

    /** What is quoted, by its name; empty when the catalogue has it no more. */
    Optional<OfferingName> offering(Quote quote) {
        return rules.catalogue()
                .offering(new OfferingId(quote.goods().offering()))
                .map(Offering::name);
    }

    /** A quote made earlier, expired or not. */
    public Optional<Quote> find(AccountId account, QuoteId quote) {
        return keeping.rows().find(account, quote);
    }

    /** Reads the carrier's record of a line as a quote would, so that what is told before it is the same. May take a while. */
    public void readRecord(Line line) {
        rules.catalogue().offerings(new CarrierId(line.identity().carrier())).stream()
                .filter(Offering::sellable)
                .map(Offering::fulfilment)
                .filter(Fulfilment.Plan.class::isInstance)
                .flatMap(plan -> counterparts.find(((Fulfilment.Plan) plan).connector()).stream())
                .findFirst()
                .ifPresent(connector -> fromRecord(line, connector));
    }

    private QuoteResult quote(Line line, Offering offering, Optional<Money> amount) {
        if (offering.price().isEmpty() && amount.isEmpty()) {
            return new NoQuote(Reason.AMOUNT_MISSING);
        }
        if (!(offering.fulfilment() instanceof Fulfilment.Road road)) {
            throw new IllegalStateException("sold without a road: " + offering.id());
        }
        var connector = counterparts.find(road.connector());
        if (connector.isEmpty() || counterparts.cards().isEmpty()) {
            return new NoQuote(Reason.NOT_OFFERED);
        }
        var query = query(road, amount);
        if (address(line, query).isEmpty()) {
            return new NoQuote(Reason.NO_ADDRESS);
        }
        var known = fromRecord(line, connector.get());
        return switch (connector.get().discover(query)) {
            case Outcome.Done(var product) ->
                priced(
                        known,
                        offering,
                        goods(offering, road, product),
                        offering.price().or(() -> amount));
            case Outcome.Refused<Product> _ -> new NoQuote(Reason.NOT_OFFERED);
            case Outcome.Accepted<Product> _, Outcome.NotDone<Product> _, Outcome.Unknown<Product> _ ->
                new NoQuote(Reason.CARRIER_UNREACHABLE);
        };
    }

    /** A promise stands on the carrier's record wherever there is one: what files or people say of the dates is read over. */
    private Line fromRecord(Line line, Connector connector) {
        var recent = keeping.clock().instant().minus(RECORD_HOLDS);
        boolean known = line.dates()
                .reading()
                .filter(reading -> reading.readAt().isAfter(recent))
                .isPresent();
        var address = line.identity().iccid().map(LineAddress.ByIccid::new);
        if (known || address.isEmpty() || connector.proofs().plans() != ProofLevel.READ_BACK) {
            return line;
        }
        if (connector.read(address.get()) instanceof Outcome.Done(var record)) {
            lines.read(line.account(), line.id(), record);
            return lines.current(line.account(), line.id()).orElse(line);
        }
        return line;
    }

    private static Quote.Goods goods(Offering offering, Fulfilment.Road road, Product product) {
        return new Quote.Goods(offering.id().value(), Optional.of(offering.version()), road.connector(), product);
    }

    private QuoteResult priced(Line line, Offering offering, Quote.Goods goods, Optional<Money> net) {
        var now = keeping.clock().instant();
        var place = line.home().place();
        var today = now.atZone(line.home().zone()).toLocalDate();
        return switch (rules.pricing().price(offering.carrier(), net.orElseThrow(), place, today)) {
            case Pricing.AllIn allIn -> keep(line, offering, goods, price(allIn), now);
            case Pricing.Refused(var reason) ->
                new NoQuote(
                        switch (reason) {
                            case PLACE_NOT_LISTED -> Reason.PLACE_NOT_LISTED;
                            case AMOUNT_MISSING -> Reason.AMOUNT_MISSING;
                        });
        };
    }

    private QuoteResult keep(Line line, Offering offering, Quote.Goods goods, Price price, Instant now) {
        var promise = new PromiseRules(rules.clocks())
                .promise(
                        line,
                        new PromiseRules.Ordered(
                                goods.product().effect(), goods.product().proof()),
                        AcceptedTerms.now(offering.terms().version()).text(),
                        now);
        var quote = new Quote(
                new QuoteId(UUID.randomUUID()),
                new Quote.Subject(line.account(), line.id(), line.nextSegment()),
                goods,
                price,
                promise,
                now.plus(VALID_FOR));
        keeping.rows().insert(quote, now);
        return new QuoteResult.Quoted(quote);
    }

    private static Price price(Pricing.AllIn allIn) {
        return new Price(
                allIn.net(),
                allIn.lines().stream()
                        .map(l -> new Charge(l.levy().code(), l.amount()))
                        .toList());
    }

    private static ProductQuery query(Fulfilment.Road road, Optional<Money> amount) {
        return switch (road) {
            case Fulfilment.Plan plan -> new ProductQuery.Plan(plan.operator().name(), plan.days(), plan.dataBytes());
            case Fulfilment.Credit credit ->
                new ProductQuery.Credit(credit.operator().name(), amount.orElseThrow());
        };
    }

    /** A plan is ordered for a SIM profile, credit for a number. */
    static Optional<LineAddress> address(Line line, ProductQuery query) {
        return switch (query) {
            case ProductQuery.Plan _ -> line.identity().iccid().map(LineAddress.ByIccid::new);
            case ProductQuery.Credit _ -> line.identity().msisdn().map(LineAddress.ByMsisdn::new);
        };
    }
}
