package dev.keepline.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.database.PostgresTest;
import dev.keepline.jobs.Lease;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.JournalEntry;
import dev.keepline.ledger.LedgerVerification;
import dev.keepline.ledger.Movements;
import dev.keepline.ledger.Price;
import dev.keepline.ledger.Standings;
import dev.keepline.payments.Hold;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.RenewalsUnderWay;
import dev.keepline.renewal.WaitingRenewals;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.RenewalRules;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.Sample;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.renewal.postgres.StoreDesk;
import dev.keepline.renewal.postgres.UnderWayRows;
import dev.keepline.renewal.postgres.WaitingRows;
import dev.keepline.support.Finding.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReconciliationTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final Price PRICE = new Price(Money.usd(1_733), List.of());

    private final StoreDesk desk = new StoreDesk(postgres);
    private final Cases cases = new Cases(postgres.jdbc(), postgres.transactions());
    private final Standings standings = new Standings(postgres.jdbc(), postgres.transactions());
    private final Shelf shelf = new Shelf();
    private final Terms terms = Sample.terms();
    private Instant now = AT.plusSeconds(60);
    private final InstantSource clock = () -> now;
    private final Reconciliation reconciliation = new Reconciliation(
            new LedgerVerification(postgres.jdbc(), postgres.transactions()),
            standings,
            new Reconciliation.Counterparts(List.of(shelf.gateway), List.of(shelf.connector)),
            new Reconciliation.Reasons(
                    cases,
                    new RenewalsUnderWay(new UnderWayRows(postgres.jdbc(), postgres.transactions())),
                    new WaitingRenewals(new WaitingRows(postgres.jdbc(), postgres.transactions())),
                    new Restorations(postgres.jdbc(), postgres.transactions())),
            clock);

    @BeforeEach
    void empty_books_and_one_account() {
        var owner = postgres.owner();
        for (String table : List.of(
                "transfer", "journal_entry", "customer_balance", "support_case", "outside_call", "renewal_history")) {
            owner.sql("delete from " + table).update();
        }
        owner.sql("delete from job").update();
        owner.sql("delete from renewal").update();
        desk.prepare(terms);
    }

    @Test
    void i4_books_that_agree_with_everybody_are_clean() {
        book(terms.id(), renewed("pi_1", "v1"));
        shelf.listed.add(new PaymentRecord.Captured("pi_1", PRICE.total(), AT));
        shelf.orders.add(order("v1", OrderRecord.State.COMPLETED));
        shelf.balance = new Outcome.Done<>(Money.usd(-1_100));
        assertThat(verify().clean()).isTrue();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().accounts()).isPositive();
    }

    @Test
    void fault_02_a_capture_that_is_not_in_our_books_is_found() {
        capturedThereAndHeldHere();
        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.DIFFERENCE);
            assertThat(finding.toString()).contains("pi_1", terms.id().toString(), "held USD 17.33", "Captured");
        });
        assertThat(verify().clean()).isFalse();
    }

    @Test
    void a_difference_that_an_open_case_explains_is_listed_and_does_not_fail() {
        capturedThereAndHeldHere();
        cases.open(terms.account(), Optional.of(terms.id()), "PAYMENT_ODD", "captured by hand", AT);
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.EXPLAINED);
        assertThat(verify().clean()).isTrue();
        var open = cases.open(terms.account()).getFirst();
        cases.close(terms.account(), open.id(), "looked at", now);
        assertThat(verify().clean()).as("a closed case explains nothing").isFalse();
    }

    @Test
    void a_payment_made_a_moment_ago_is_in_motion_until_its_renewal_has_booked_it() {
        begun(new Stage.AwaitingPayment(1, Sample.session(), 0));
        var held = new PaymentRecord.Held(new Hold("pi_new", PRICE.total(), AT.plus(Duration.ofDays(7)), "visa"));
        shelf.listed.add(held);
        shelf.sessions.put(Sample.session().ref(), new SessionRecord.Complete(held));
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.IN_MOTION);
        assertThat(verify().clean()).isTrue();
    }

    @Test
    void a_payment_nobody_knows_is_a_difference_and_one_that_came_to_nothing_is_none() {
        shelf.listed.add(new PaymentRecord.Captured("pi_stranger", PRICE.total(), AT));
        shelf.listed.add(new PaymentRecord.Released("pi_expired"));
        shelf.listed.add(new PaymentRecord.Odd("pi_declined", "requires_payment_method"));
        assertThat(verify().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.about()).isEqualTo("pi_stranger"))
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.DIFFERENCE));
    }

    @Test
    void a_renewal_at_work_is_in_motion_and_one_that_stands_still_without_a_case_is_a_difference() {
        capturedThereAndHeldHere();
        begun(new Stage.Capturing(Sample.hold(), Sample.evidence(terms), 1, 0));
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.IN_MOTION);
        now = AT.plus(Duration.ofMinutes(16));
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.DIFFERENCE);
    }

    @Test
    void a_payment_from_before_the_window_that_still_holds_money_is_read_by_its_name() {
        book(terms.id(), List.of(Movements.authorise("stripe", "pi_old", PRICE.total())));
        now = AT.plus(Duration.ofDays(90));
        shelf.older.put("pi_old", new PaymentRecord.Released("pi_old"));
        assertThat(verify().findings()).extracting(Finding::about).containsExactly("pi_old");
        shelf.older.clear();
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.NOT_COMPARED);
        assertThat(verify().clean()).isFalse();
    }

    @Test
    void fault_09_an_order_that_took_another_price_is_found_once_and_explains_the_float() {
        book(terms.id(), renewed("pi_1", "v1"));
        shelf.listed.add(new PaymentRecord.Captured("pi_1", PRICE.total(), AT));
        shelf.orders.add(
                new OrderRecord(reference(terms.id()), "v1", OrderRecord.State.COMPLETED, Money.usd(1_150), AT));
        shelf.balance = new Outcome.Done<>(Money.usd(-1_150));
        assertThat(verify().findings()).extracting(Finding::about).containsExactly("v1");
    }

    @Test
    void fault_10_a_reversal_we_missed_is_found() {
        book(terms.id(), renewed("pi_1", "v1"));
        shelf.listed.add(new PaymentRecord.Captured("pi_1", PRICE.total(), AT));
        shelf.orders.add(order("v1", OrderRecord.State.REVERSED));
        assertThat(verify().findings()).extracting(Finding::about).containsExactly("v1");
    }

    @Test
    void fault_10_a_reversal_that_is_asked_about_again_by_itself_is_said_to_be_so_and_needs_nobody() {
        book(terms.id(), renewed("pi_1", "v1"));
        begun(new Stage.Renewed("pi_1", Sample.evidence(terms), AT, 1));
        nextLook(AT.plus(Duration.ofDays(3)));
        shelf.listed.add(new PaymentRecord.Captured("pi_1", PRICE.total(), AT));
        shelf.orders.add(order("v1", OrderRecord.State.REVERSED));
        assertThat(command("verify"))
                .startsWith("3 LATER")
                .contains("v1", "will be asked again at " + AT.plus(Duration.ofDays(3)), "catches up by itself");
        nextLook(AT.minus(Duration.ofDays(1)));
        assertThat(command("verify"))
                .as("nobody looked when somebody should have")
                .startsWith("1 DIFFERENCE");
        nextLook(AT.plus(Duration.ofDays(3)));
        shelf.orders.set(
                0, new OrderRecord(reference(terms.id()), "v1", OrderRecord.State.COMPLETED, Money.usd(1_150), AT));
        assertThat(command("verify")).as("another price mends by itself never").startsWith("1 DIFFERENCE");
    }

    private void nextLook(Instant at) {
        int jobs = postgres.owner()
                .sql("update job set due_at = ?, quarantined_at = null where key = ?")
                .param(at.atOffset(java.time.ZoneOffset.UTC))
                .param(terms.id().toString())
                .update();
        assertThat(jobs).isEqualTo(1);
    }

    @Test
    void i5_an_order_nobody_booked_is_found_unless_a_case_owns_it() {
        shelf.orders.add(order("v9", OrderRecord.State.COMPLETED));
        shelf.balance = new Outcome.Done<>(Money.usd(-1_100));
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.DIFFERENCE);
        cases.open(terms.account(), Optional.of(terms.id()), "CARRIER_SILENT", "since ten", AT);
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.EXPLAINED);
    }

    @Test
    void an_order_that_the_connector_does_not_list_is_found() {
        book(terms.id(), renewed("pi_1", "v1"));
        shelf.listed.add(new PaymentRecord.Captured("pi_1", PRICE.total(), AT));
        assertThat(verify().findings()).singleElement().asString().contains("no such order");
    }

    @Test
    void a_float_that_no_order_explains_is_found_and_one_order_on_its_way_is_in_motion() {
        shelf.balance = new Outcome.Done<>(Money.usd(-1_100));
        assertThat(verify().findings()).extracting(Finding::about).containsExactly("float");
        assertThat(verify().clean()).isFalse();
        begun(new Stage.Asking(Sample.hold(), Optional.empty(), Sample.sent(), 0, true));
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.IN_MOTION);
        shelf.balance = new Outcome.Done<>(Money.usd(-1_101));
        assertThat(verify().clean()).as("more is gone than the order can take").isFalse();
    }

    @Test
    void records_that_cannot_be_read_prove_nothing() {
        shelf.dark = true;
        assertThat(verify().findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_COMPARED, Verdict.NOT_COMPARED);
        assertThat(verify().clean()).isFalse();
    }

    @Test
    void the_command_prints_every_row_and_its_exit_code_says_whether_all_is_well() {
        assertThat(command("verify")).startsWith("0 The ledger is right");
        shelf.listed.add(new PaymentRecord.Captured("pi_stranger", PRICE.total(), AT));
        assertThat(command("verify", "7")).startsWith("1 DIFFERENCE").contains("pi_stranger", "NOT RIGHT");
        assertThat(command("audit")).startsWith("2 ./keepline ledger --help");
        assertThat(command("fund", "dtone", "1.001", "USD", "wire-1")).startsWith("2 not an amount");
        assertThat(command("fund", "dtone", "500.00", "USD", "wire-1")).startsWith("0 booked USD 500.00");
        assertThat(command("fund", "dtone", "500.00", "USD", "wire-1")).startsWith("0 was booked before");
        assertThat(standings.floatAt("dtone")).containsEntry(Money.USD, Money.usd(50_000));
    }

    @Test
    void money_is_paid_in_only_where_there_is_a_connector_and_a_mistake_is_undone_once_with_its_reason() {
        assertThat(command("fund", "nope", "5.00", "USD", "wire-2"))
                .startsWith("2 there is no connector nope; there is dtone");
        assertThat(standings.floatAt("nope")).isEmpty();
        assertThat(command("fund", "dtone", "5.00", "USD", "wire-2")).startsWith("0 booked USD 5.00");
        assertThat(command("fund", "dtone", "6.00", "USD", "wire-2")).startsWith("2 wire-2 stands in the books");
        assertThat(command("unfund", "dtone", "wire-3", "typo")).startsWith("2 nothing was paid in at dtone");
        assertThat(command("unfund", "nope", "wire-2", "typo")).startsWith("2 nothing was paid in at nope");
        assertThat(command("unfund", "dtone", "wire-2")).startsWith("2 ./keepline ledger --help");
        assertThat(command("unfund", "dtone", "wire-2", "typed", "twice")).startsWith("0 undone: USD 5.00 at dtone");
        assertThat(command("unfund", "dtone", "wire-2", "typed twice")).startsWith("0 was undone before");
        assertThat(standings.floatAt("dtone")).containsEntry(Money.USD, Money.usd(0));
        assertThat(command("fund", "dtone", "5.00", "USD", "wire-2")).startsWith("2 wire-2 was booked and undone");
        assertThat(new StaffActions(postgres.jdbc(), postgres.transactions()).of(Journal.OPERATOR, 1))
                .singleElement()
                .satisfies(act -> assertThat(act.reason()).isEqualTo("typed twice"));
    }

    @Test
    void a_currency_that_the_float_does_not_have_is_not_booked_and_one_that_stands_in_the_books_is_a_difference() {
        shelf.balance = new Outcome.Done<>(Money.usd(0));
        assertThat(command("fund", "dtone", "7.00", "EUR", "typo"))
                .startsWith("2 nothing was booked: the balance at dtone is kept in USD")
                .contains("book what arrived there, in USD");
        assertThat(standings.floatAt("dtone")).isEmpty();
        assertThat(verify().clean()).isTrue();
        var euro = Money.exact(new java.math.BigDecimal("7.00"), java.util.Currency.getInstance("EUR"));
        var mistake = Movements.fundFloat("dtone", "typo", euro);
        desk.journal.book(Journal.OPERATOR, Optional.empty(), List.of(mistake), AT);
        assertThat(verify().findings()).singleElement().asString().contains("DIFFERENCE", "float EUR", "EUR 7.00");
        assertThat(command("unfund", "dtone", "typo", "a typing mistake")).startsWith("0 undone");
        assertThat(verify().clean()).isTrue();
        shelf.balance = new Outcome.Unknown<>("no answer");
        assertThat(command("fund", "dtone", "7.00", "USD", "wire-5")).startsWith("2 nothing was booked");
    }

    @Test
    void a_float_is_opened_once_with_what_the_connector_says() {
        var opening = new OpeningFloat(standings, desk.journal, clock);
        shelf.balance = new Outcome.Unknown<>("no answer");
        opening.book(shelf.connector);
        assertThat(standings.floatAt("dtone")).isEmpty();
        shelf.balance = new Outcome.Done<>(Money.usd(90_000));
        opening.book(shelf.connector);
        shelf.balance = new Outcome.Done<>(Money.usd(1));
        opening.book(shelf.connector);
        assertThat(standings.floatAt("dtone")).containsEntry(Money.USD, Money.usd(90_000));
    }

    private Reconciliation.Report verify() {
        return reconciliation.verify(Duration.ofDays(30));
    }

    private String command(String... words) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var book = new FloatBooks.Book(
                new StaffActions(postgres.jdbc(), postgres.transactions()), postgres.transactions());
        var floats = new FloatBooks(List.of(shelf.connector), desk.journal, book, clock);
        int code = new LedgerCommand(reconciliation, floats, out).run(List.of(words));
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private void book(RenewalId about, List<JournalEntry> entries) {
        desk.journal.book(terms.account(), Optional.of(about), entries, AT);
    }

    private static List<JournalEntry> renewed(String payment, String order) {
        return List.of(
                Movements.authorise("stripe", payment, PRICE.total()),
                Movements.carrierOrder("dtone", order, Sample.WHOLESALE),
                Movements.capture("stripe", payment, PRICE));
    }

    private OrderRecord order(String vendorId, OrderRecord.State state) {
        return new OrderRecord(reference(terms.id()), vendorId, state, Sample.WHOLESALE, AT);
    }

    private static RequestId reference(RenewalId renewal) {
        return RequestId.of(renewal, "o", 1);
    }

    private void capturedThereAndHeldHere() {
        book(terms.id(), List.of(Movements.authorise("stripe", "pi_1", PRICE.total())));
        shelf.listed.add(new PaymentRecord.Captured("pi_1", PRICE.total(), AT));
    }

    private void begun(Stage stage) {
        assertThat(desk.store.begin(terms, RenewalRules.begin(terms, AT.plusSeconds(1_860))))
                .isEqualTo(Committed.OK);
        var claim = desk.work.leases.claim(terms.job(), Duration.ofHours(1)).map(Lease::claim);
        var decision = new Decision(stage, Decision.Effects.NONE, Optional.empty(), Optional.empty());
        var stored = desk.store.load(terms.account(), terms.id()).orElseThrow();
        assertThat(desk.store.commit(claim.orElseThrow(), stored, decision, Cause.WOKEN, AT))
                .isEqualTo(Committed.OK);
    }
}
