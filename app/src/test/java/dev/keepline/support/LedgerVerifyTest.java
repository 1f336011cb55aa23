package dev.keepline.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Connector;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.catalog.OfferingId;
import dev.keepline.jobs.WakeRef;
import dev.keepline.journey.RealProcess;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.LedgerVerification;
import dev.keepline.ledger.Movements;
import dev.keepline.ledger.Standings;
import dev.keepline.payments.Gateway;
import dev.keepline.payments.Hold;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code ledger verify} on a real database beside a real sandbox: silent where all is well, and it names what was planted.
 * Each test takes what it planted for known: what it looks for are the rows that were not there before.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class LedgerVerifyTest {

    @RegisterExtension
    static final World world = new World();

    private static final String CARD = "4242424242424242";

    private static AccountId account = Journal.OPERATOR;
    private static RenewalId renewal = new RenewalId(new UUID(0, 1));

    private List<String> before = List.of();

    /** What the command came to. */
    private record Run(int exit, List<String> rows) {}

    @BeforeAll
    static void one_renewal_is_paid_and_proven() {
        account = world.account("books@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000002878"));
        var quoted =
                world.bean(Quotes.class).quote(account, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        var quote = ((QuoteResult.Quoted) quoted).quote();
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        renewal = ((StartResult.Underway) world.bean(Renewals.class).start(account, quote.id(), consent)).renewal();
        var page = world.until(account, renewal, Phase.TO_PAY)
                .standing()
                .pay()
                .orElseThrow()
                .url()
                .getPath();
        world.sandbox().pay(page.substring(page.lastIndexOf('/') + 1), CARD);
        world.until(account, renewal, Phase.RENEWED);
        var run = verify();
        assertThat(run.rows()).containsExactly(summary(0, 0));
        assertThat(run.exit()).isZero();
    }

    @BeforeEach
    void what_is_known() {
        before = verify().rows();
    }

    @Test
    void i3_a_balance_that_somebody_changed_in_the_database_is_named_with_both_sums() {
        change(+5);
        assertThat(news()).singleElement().asString().contains(account.toString(), "customer.hold", "0.05", "0.00");
        change(-5);
        assertThat(news()).isEmpty();
    }

    @Test
    void fault_02_a_capture_at_the_gateway_that_is_in_nobodys_books_is_named() {
        var gateway = world.bean(Gateway.class);
        var hold = paidByNobody(gateway);
        gateway.capture(id("c"), hold.paymentRef(), hold.amount());

        assertThat(news())
                .singleElement()
                .asString()
                .startsWith("DIFFERENCE")
                .contains("stripe", hold.paymentRef(), "not in our books", "Captured");
    }

    @Test
    void fault_22_money_given_back_at_the_gateway_by_hand_is_named() {
        var ref = world.postgres()
                .owner()
                .sql("select reference from journal_entry where renewal_id = ? and template like '%capture%'")
                .param(renewal.value())
                .query((row, n) -> row.getString("reference"))
                .single();
        world.bean(Gateway.class).refund(id("r"), ref, Money.usd(100));

        assertThat(news()).singleElement().asString().startsWith("DIFFERENCE").contains(ref, renewal.toString());
    }

    @Test
    void i5_an_order_at_the_carrier_that_nobody_gave_is_named_once_and_not_again_as_a_float() {
        var connector = world.bean(Connector.class);
        var product = ((Outcome.Done<dev.keepline.carriers.Product>)
                        connector.discover(new ProductQuery.Plan("Sandbox Mobile", 30, 5_000_000_000L)))
                .value();
        var address = new LineAddress.ByIccid(new Iccid("8901999900000002878"));
        var order = new Order(id("o"), product, address, new WakeRef("renewal", account, "nobody"));
        connector.order(order);
        RealProcess.await(
                "the order is done",
                Duration.ofSeconds(20),
                () -> connector.find(order, now()) instanceof Outcome.Done);

        assertThat(news())
                .singleElement()
                .asString()
                .startsWith("DIFFERENCE")
                .contains("dtone", "not in our books", order.reference().value());
    }

    @Test
    void i4_an_order_in_our_books_that_the_carrier_does_not_have_is_named() {
        var entry = Movements.carrierOrder("dtone", "999999", Money.usd(1_125));
        world.bean(Journal.class).book(account, Optional.of(renewal), List.of(entry), now());

        assertThat(news()).singleElement().asString().contains("dtone", "999999", "no such order");
    }

    @Test
    void i4_a_float_that_no_order_explains_is_named_with_both_sums() {
        var was = ((Outcome.Done<Money>) world.bean(Connector.class).balance()).value();
        available("12.34");

        assertThat(news()).singleElement().asString().contains("DIFFERENCE", "dtone", "float", "theirs: USD 12.34");
        available(was.decimal().toPlainString());
        assertThat(news()).isEmpty();
    }

    /** As from a shell that does not see the keys the service has: what was not asked must not pass for right. */
    @Test
    void books_that_speak_of_somebody_whose_keys_are_not_set_are_not_called_right() {
        var deaf = new Reconciliation(
                world.bean(LedgerVerification.class),
                world.bean(Standings.class),
                new Reconciliation.Counterparts(List.of(), List.of()),
                world.bean(Reconciliation.Reasons.class),
                InstantSource.system());
        var run = verify(deaf);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.rows())
                .filteredOn(row -> row.startsWith("NOT_COMPARED"))
                .hasSize(2)
                .anyMatch(row -> row.contains("stripe"))
                .anyMatch(row -> row.contains("dtone"));
        assertThat(run.rows().getLast()).startsWith("No difference was found, but not everything could be compared");
    }

    private static void available(String dollars) {
        world.sandbox().post("/control/dtone/float", "{\"available\": %s}".formatted(dollars));
    }

    /** The rows that were not there before, the summary aside; what was there must still be. */
    private List<String> news() {
        var run = verify();
        var news = run.rows().stream()
                .filter(row -> !before.contains(row) && !isSummary(row))
                .toList();
        assertThat(run.exit()).isEqualTo(run.rows().size() == 1 ? 0 : 1);
        assertThat(run.rows().getLast()).matches(LedgerVerifyTest::isSummary);
        return news;
    }

    private static boolean isSummary(String row) {
        return row.startsWith("The ledger is right") || row.startsWith("THE LEDGER IS NOT RIGHT");
    }

    private static String summary(int inside, int findings) {
        return "The ledger is right: 2 accounts derived again, %d differences inside our books, %d findings against others' last 30 days"
                .formatted(inside, findings);
    }

    private static Run verify() {
        return verify(world.bean(Reconciliation.class));
    }

    private static Run verify(Reconciliation reconciliation) {
        var bytes = new ByteArrayOutputStream();
        var command = new LedgerCommand(
                reconciliation, world.bean(FloatBooks.class), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        int exit = command.run(List.of("verify"));
        return new Run(exit, bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static void change(int cents) {
        int rows = world.postgres()
                .owner()
                .sql(
                        "update customer_balance set balance_minor = balance_minor + ? where account_id = ? and code = 'customer.hold'")
                .params(cents, account.value())
                .update();
        assertThat(rows).isEqualTo(1);
    }

    private static Hold paidByNobody(Gateway gateway) {
        var about = new OpenSession.About(account, renewal, "Nobody's", URI.create("http://localhost/renewals/x"));
        var command = new OpenSession(id("s"), Money.usd(999), about, now().plus(Duration.ofMinutes(40)), "en");
        var session = ((Outcome.Done<dev.keepline.payments.Session>) gateway.open(command)).value();
        world.sandbox().pay(session.ref(), CARD);
        var record = ((Outcome.Done<SessionRecord>) gateway.session(session.ref())).value();
        return ((PaymentRecord.Held) ((SessionRecord.Complete) record).payment()).hold();
    }

    private static RequestId id(String step) {
        return RequestId.of(new RenewalId(UUID.randomUUID()), step, 1);
    }

    private static java.time.Instant now() {
        return InstantSource.system().instant();
    }
}
