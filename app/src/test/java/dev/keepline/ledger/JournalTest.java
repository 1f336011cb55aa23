package dev.keepline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final Price PRICE =
            new Price(Money.usd(2_500), List.of(new Charge("ny-sales-tax", Money.usd(222)), zero("ny-911")));

    private final Journal journal = new Journal(postgres.jdbc(), postgres.transactions());
    private final AccountId ann = postgres.account();

    @Test
    void money_held_is_taken_and_the_hold_is_empty_again() {
        book(Movements.authorise("stripe", "pi_1", PRICE.total()));
        assertThat(hold()).isEqualTo(PRICE.total());
        book(Movements.capture("stripe", "pi_1", PRICE));
        assertThat(hold()).isEqualTo(Money.usd(0));
        assertThat(net("gateway.clearing:stripe")).isEqualTo(2_722);
        assertThat(net("revenue.renewals")).isEqualTo(-2_500);
        assertThat(net("charges.payable:ny-sales-tax")).isEqualTo(-222);
        assertThat(net("gateway.authorised:stripe")).isZero();
    }

    @Test
    void fault_04_the_same_fact_is_booked_once() {
        var held = Movements.authorise("stripe", "pi_2", Money.usd(100));
        assertThat(book(held)).isEqualTo(Booking.BOOKED);
        assertThat(book(held)).isEqualTo(Booking.ALREADY_BOOKED);
        assertThat(hold()).isEqualTo(Money.usd(100));
    }

    @Test
    void the_same_fact_cannot_have_happened_in_two_ways() {
        book(Movements.authorise("stripe", "pi_3", Money.usd(100)));
        assertThatThrownBy(() -> book(Movements.authorise("stripe", "pi_3", Money.usd(101))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was booked before as");
        assertThat(hold()).isEqualTo(Money.usd(100));
    }

    @Test
    void of_several_facts_only_those_not_known_yet_are_booked() {
        var known = Movements.authorise("stripe", "pi_4", Money.usd(100));
        book(known);
        var fresh = Movements.carrierOrder("dtone", "991", Money.usd(80));
        assertThat(journal.book(ann, Optional.empty(), List.of(known, fresh), AT))
                .isEqualTo(Booking.BOOKED);
        assertThat(net("carrier.cost:dtone")).isEqualTo(80);
        assertThat(hold()).isEqualTo(Money.usd(100));
    }

    @Test
    void fault_23_a_hold_never_falls_below_zero_and_nothing_of_the_entry_stays() {
        book(Movements.authorise("stripe", "pi_5", Money.usd(100)));
        assertThatThrownBy(() -> book(Movements.release("stripe", "pi_6", Money.usd(101))))
                .isInstanceOf(Overdrawn.class)
                .hasMessageContaining("customer.hold of account " + ann);
        assertThat(hold()).isEqualTo(Money.usd(100));
        assertThat(net("gateway.authorised:stripe")).isEqualTo(100);
    }

    @Test
    void what_was_never_held_cannot_be_released() {
        assertThatThrownBy(() -> book(Movements.release("stripe", "pi_7", Money.usd(1))))
                .isInstanceOf(Overdrawn.class);
    }

    @Test
    void fault_23_of_many_that_take_at_once_only_as_many_succeed_as_there_is_money() {
        book(Movements.authorise("stripe", "pi_8", Money.usd(300)));
        var taken = new ConcurrentLinkedQueue<Integer>();
        var threads = IntStream.range(0, 8)
                .mapToObj(n -> Thread.startVirtualThread(() -> {
                    try {
                        book(Movements.release("stripe", "part-" + n, Money.usd(100)));
                        taken.add(n);
                    } catch (Overdrawn expected) {
                        assertThat(expected).hasMessageContaining("below zero");
                    }
                }))
                .toList();
        threads.forEach(JournalTest::join);
        assertThat(taken).hasSize(3);
        assertThat(hold()).isEqualTo(Money.usd(0));
    }

    @Test
    void currencies_are_kept_apart() {
        var yen = new Money(500, java.util.Currency.getInstance("JPY"));
        book(Movements.authorise("stripe", "pi_9", yen));
        book(Movements.authorise("stripe", "pi_10", Money.usd(7)));
        assertThat(journal.balance(ann, LedgerAccount.CUSTOMER_HOLD, yen.currency()))
                .isEqualTo(yen);
        assertThat(hold()).isEqualTo(Money.usd(7));
    }

    @Test
    void the_operators_own_money_is_booked_under_its_own_account() {
        var funded = Movements.fundFloat("dtone", "opening", Money.usd(100_000));
        assertThat(journal.book(Journal.OPERATOR, Optional.empty(), List.of(funded), AT))
                .isEqualTo(Booking.BOOKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set reference = 'other'",
                "delete from journal_entry",
                "truncate journal_entry cascade",
                "update transfer set amount_minor = 1",
                "delete from transfer",
                "truncate transfer",
                "delete from customer_balance",
                "truncate customer_balance",
                "update customer_balance set currency = 'EUR'"
            })
    void the_application_can_add_to_the_journal_and_never_change_it(String statement) {
        assertThatThrownBy(() -> postgres.jdbc().sql(statement).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static Charge zero(String code) {
        return new Charge(code, Money.usd(0));
    }

    private Booking book(JournalEntry entry) {
        return journal.book(ann, Optional.empty(), List.of(entry), AT);
    }

    private Money hold() {
        return journal.balance(ann, LedgerAccount.CUSTOMER_HOLD, Money.USD);
    }

    /** Debits less credits. */
    private long net(String code) {
        return postgres.jdbc()
                .sql("""
                        select coalesce(sum(case when debit = :code then amount_minor else -amount_minor end), 0)
                          from transfer where account_id = :account and (debit = :code or credit = :code)
                        """)
                .param("account", ann.value())
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
