package dev.keepline.renewal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.DoubtfulCommits;
import dev.keepline.database.FullDisk;
import dev.keepline.database.PostgresTest;
import dev.keepline.jobs.Lease;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.RenewalRules;
import dev.keepline.renewal.engine.RenewalStep;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.Sample;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** The engine on a real PostgreSQL, interrupted wherever it can be: whatever happened, it is renewed and paid once. */
class EngineFaultsTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    /** More transactions than one renewal makes until it is paid. */
    private static final int COMMITS = 30;

    private final DoubtfulCommits commits = new DoubtfulCommits(postgres.dataSource());
    private final StoreDesk desk = new StoreDesk(postgres, commits);
    private final Terms terms = Sample.terms();
    private final HonestOutside outside = new HonestOutside(terms);
    private Instant now = Sample.T0.plusSeconds(15);
    private final RenewalStep step = new RenewalStep(desk.store, outside, new RenewalRules(), () -> now);

    @ParameterizedTest
    @ValueSource(classes = {Call.Open.class, Call.PlaceOrder.class, Call.Capture.class})
    void fault_01_a_command_that_never_left_is_resumed_and_done_once(Class<? extends Call> command) {
        outside.crashBefore(command);
        begin();
        untilItDies();

        assertThat(outside.did(command)).as("before it is resumed").isEmpty();
        untilPaid();

        assertThat(outside.did(command)).hasSize(1);
        renewedOnce();
    }

    @Test
    void fault_01_what_is_resumed_is_the_same_command_under_the_same_key() {
        outside.crashBefore(Call.Open.class);
        begin();
        untilItDies();
        untilPaid();

        assertThat(outside.wanted(Call.Open.class))
                .hasSize(2)
                .containsOnly(outside.did(Call.Open.class).getFirst());
        assertThat(intents("Open")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {Call.PlaceOrder.class, Call.Capture.class})
    void fault_02_what_was_done_before_the_crash_is_looked_up_by_our_reference_and_not_done_again(
            Class<? extends Call> command) {
        outside.crashAfter(command);
        begin();
        untilItDies();
        untilPaid();

        assertThat(outside.wanted(command)).hasSize(1);
        assertThat(outside.did(command == Call.Capture.class ? Call.ReadPayment.class : Call.FindOrder.class))
                .isNotEmpty();
        renewedOnce();
    }

    @Test
    void fault_29_a_page_whose_name_was_lost_is_asked_for_with_the_same_key_and_parameters() {
        outside.loseTheAnswerTo(Call.Open.class);
        begin();
        untilPaid();

        assertThat(outside.did(Call.Open.class)).hasSize(2);
        assertThat(outside.did(Call.Open.class).getFirst())
                .isEqualTo(outside.did(Call.Open.class).getLast());
        renewedOnce();
    }

    @Test
    void fault_29_an_order_whose_name_was_lost_is_asked_for_by_ours_and_sent_once() {
        outside.loseTheAnswerTo(Call.PlaceOrder.class);
        begin();
        untilPaid();

        assertThat(outside.did(Call.PlaceOrder.class)).hasSize(1);
        assertThat(outside.did(Call.FindOrder.class)).isNotEmpty();
        renewedOnce();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void fault_15_a_commit_without_an_answer_is_read_again_wherever_it_happens(boolean made) {
        for (int nth = 1; nth <= COMMITS; nth++) {
            var once = new EngineFaultsTest();
            once.begin();
            once.commits.lose(nth, made);
            once.untilPaid();
            once.commits.lose(0, made);
            once.renewedOnce();
        }
    }

    @Test
    void fault_17_without_room_for_the_intent_nothing_is_begun_and_nothing_leaves() {
        try (var _ = FullDisk.of(postgres, "outside_call")) {
            assertThatThrownBy(this::begin).isInstanceOf(DataAccessException.class);
        }

        assertThat(desk.store.load(terms.account(), terms.id())).isEmpty();
        assertThat(outside.everything()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Call.PlaceOrder.class, Call.Capture.class})
    void fault_17_a_command_leaves_only_when_its_intent_is_durable_and_goes_on_when_there_is_room(
            Class<? extends Call> command) {
        var full = new AtomicReference<Optional<FullDisk>>(Optional.empty());
        outside.before(
                command == Call.Capture.class ? Call.PlaceOrder.class : Call.ReadLine.class,
                () -> full.set(Optional.of(FullDisk.of(postgres, "outside_call"))));
        begin();
        try {
            untilItDies();
            untilItDies();
            assertThat(outside.wanted(command)).isEmpty();
        } finally {
            full.get().ifPresent(FullDisk::close);
        }

        untilPaid();
        assertThat(outside.did(command)).hasSize(1);
        renewedOnce();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, 0, 86_400})
    void fault_13_a_renewal_rests_by_the_databases_clock_however_wrong_the_workers_is(long wrongBySeconds) {
        begin();
        var worker = clockOfTheDatabase().plusSeconds(wrongBySeconds);
        var claim = desk.work.leases.claim(terms.job(), Duration.ofHours(1)).map(Lease::claim);
        var stored = desk.store.load(terms.account(), terms.id()).orElseThrow();
        var rests = new Decision(
                new Stage.AwaitingPayment(1, Sample.session(), 0),
                Decision.Effects.NONE,
                Optional.empty(),
                Optional.of(worker.plusSeconds(20)));

        assertThat(desk.store.commit(claim.orElseThrow(), stored, rests, Cause.WOKEN, worker))
                .isEqualTo(Committed.OK);
        var due = postgres.owner()
                .sql("select due_at from job where key = ?")
                .param(terms.job().key())
                .query((row, n) -> row.getTimestamp("due_at").toInstant())
                .single();
        assertThat(due)
                .isBetween(
                        clockOfTheDatabase().plusSeconds(10),
                        clockOfTheDatabase().plusSeconds(20));
    }

    private void begin() {
        desk.prepare(terms);
        assertThat(desk.store.begin(terms, RenewalRules.begin(terms, Sample.T0.plusSeconds(1_860))))
                .isEqualTo(Committed.OK);
    }

    /** One worker more, until it has no more to do or does not live to see the end. */
    private void work() {
        now = now.plusSeconds(5);
        postgres.owner()
                .sql("update job set due_at = now(), leased_until = '-infinity' where key = ?")
                .param(terms.job().key())
                .update();
        desk.work.leases.claim(terms.job(), Duration.ofHours(1)).ifPresent(lease -> step.run(lease.claim()));
    }

    private void untilItDies() {
        assertThatThrownBy(() -> {
                    for (int workers = 0; workers < 10; workers++) {
                        work();
                    }
                })
                .isInstanceOfAny(HonestOutside.Crash.class, DataAccessException.class);
    }

    private void untilPaid() {
        boolean paid = false;
        for (int workers = 0; workers < 20 && !paid; workers++) {
            try {
                work();
                paid = isPaid();
            } catch (HonestOutside.Crash
                    | DataAccessException
                    | org.springframework.transaction.TransactionException died) {
                assertThat(died).isNotNull(); // the next worker finds what is durable
            }
        }
        assertThat(paid).isTrue();
    }

    private boolean isPaid() {
        return desk.store
                        .load(terms.account(), terms.id())
                        .orElseThrow()
                        .renewal()
                        .stage()
                instanceof Stage.Renewed;
    }

    private void renewedOnce() {
        assertThat(outside.orders()).isEqualTo(1);
        assertThat(outside.captures()).isEqualTo(1);
        assertThat(desk.journal.balance(terms.account(), LedgerAccount.CUSTOMER_HOLD, Money.USD))
                .isEqualTo(Money.usd(0));
        for (var template : java.util.List.of("payment.authorise", "renewal.capture", "carrier.order")) {
            assertThat(booked(template)).as(template).isEqualTo(1);
        }
    }

    private int booked(String template) {
        return postgres.owner()
                .sql("select count(*) from journal_entry where renewal_id = ? and template = ?")
                .params(terms.id().value(), template)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private int intents(String command) {
        return postgres.owner()
                .sql("select count(*) from outside_call where renewal_id = ? and command = ?")
                .params(terms.id().value(), command)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private static Instant clockOfTheDatabase() {
        return postgres.owner()
                .sql("select clock_timestamp() as now")
                .query((row, n) -> row.getTimestamp("now").toInstant())
                .single();
    }
}
