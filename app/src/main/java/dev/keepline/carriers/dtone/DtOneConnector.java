package dev.keepline.carriers.dtone;

import dev.keepline.carriers.Amounts;
import dev.keepline.carriers.Connector;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.carriers.Snapshot;
import dev.keepline.guard.Guard;
import dev.keepline.guard.Standing;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** DT One as a connector. */
public final class DtOneConnector implements Connector {

    /**
     * The vendor names no bound for a transaction at work. A case is open long before this; by then its support has
     * answered. Short enough for a hold of two days, the shortest we know of (PayPal).
     */
    private static final Duration LONGEST_UNKNOWN = Duration.ofHours(12);

    private final DtOneHttp http;
    private final Discovery discovery;
    private final Orders orders;
    private final Books books;
    private final NumberLookup numbers;
    private final Guard guard;
    private final InstantSource clock;

    /** Over the account that the settings name, called back at the given address. */
    public DtOneConnector(DtOneSettings settings, CallbackAddress callback, Guard guard, InstantSource clock) {
        this.guard = guard;
        this.http = new DtOneHttp(settings, guard);
        this.discovery = new Discovery(http, clock);
        this.orders = new Orders(http, callback, clock);
        this.books = new Books(http, clock);
        this.numbers = new NumberLookup(http);
        this.clock = clock;
    }

    @Override
    public String id() {
        return "dtone";
    }

    @Override
    public Duration longestUnknown() {
        return LONGEST_UNKNOWN;
    }

    @Override
    public Proofs proofs() {
        return Discovery.PROOFS;
    }

    @Override
    public Outcome<Product> discover(ProductQuery query) {
        return isBack() ? discovery.find(query) : new Outcome.Unknown<>("DT One does not answer");
    }

    @Override
    public Outcome<List<Amounts>> amounts(String operator) {
        return guard.standing().state() == Standing.State.DOWN
                ? new Outcome.Unknown<>("DT One does not answer")
                : discovery.amounts(operator);
    }

    /** Only the eSIM service shows what a line holds. */
    @Override
    public Outcome<Snapshot> read(LineAddress line) {
        return switch (line) {
            case LineAddress.ByIccid(var iccid) -> read(iccid);
            case LineAddress.ByMsisdn _ -> new Outcome.Refused<>("no record of a mobile number");
        };
    }

    private Outcome<Snapshot> read(Iccid iccid) {
        return Pages.all(
                page -> http.ask("/lookup/credit-party-benefits", question(iccid, page)),
                nodes -> Benefits.read(nodes)
                        .<Outcome<Snapshot>>map(buckets -> new Outcome.Done<>(new Snapshot(buckets, clock.instant())))
                        .orElseGet(() -> new Outcome.Unknown<>("the line's record cannot be read")));
    }

    private static byte[] question(Iccid iccid, int page) {
        return Wire.JSON.writeValueAsBytes(
                new Wire.BenefitsQuestion(DtOneProduct.ESIM_SERVICE, OrderForm.party(iccid), page, Pages.PER_PAGE));
    }

    @Override
    public Outcome<String> operatorOf(Msisdn number) {
        return numbers.operator(number);
    }

    @Override
    public Outcome<OrderRecord> order(Order order) {
        isBack();
        return orders.place(order);
    }

    /** Whether it answers, as far as we know. After a silence a question tries that, which harms nobody: never an order. */
    private boolean isBack() {
        return guard.standing().state() != Standing.State.DOWN || balance() instanceof Outcome.Done;
    }

    @Override
    public Outcome<OrderRecord> find(Order order, Instant sentAt) {
        return orders.find(order, sentAt);
    }

    @Override
    public Outcome<Money> balance() {
        return books.balance();
    }

    @Override
    public Outcome<List<OrderRecord>> ordersSince(Instant since) {
        return books.ordersSince(since);
    }
}
