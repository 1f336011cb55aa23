package dev.keepline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Movement.Kind;
import dev.keepline.ledger.Statements.Selection;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a customer reads is what stands in the journal, no more and no less. */
class StatementsTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
    private static final Price PRICE = new Price(
            Money.usd(1200), List.of(new Charge("ny-sales-tax", Money.usd(107)), new Charge("fee", Money.usd(0))));
    private static final Instant AT = Instant.parse("2026-10-31T20:00:00Z");

    private final Journal journal = new Journal(postgres.jdbc(), postgres.transactions());
    private final Statements statements = new Statements(postgres.jdbc(), postgres.transactions());

    @Test
    void every_movement_of_the_customers_money_is_there_and_none_of_ours() {
        var account = account();
        var total = PRICE.total();
        book(
                account,
                Optional.empty(),
                AT,
                Movements.authorise("stripe", "a", total),
                Movements.release("stripe", "a", total));
        book(
                account,
                Optional.empty(),
                AT,
                Movements.authorise("stripe", "b", total),
                Movements.capture("stripe", "b", PRICE));
        book(account, Optional.empty(), AT, Movements.carrierOrder("dtone", "b", Money.usd(900)));
        book(
                account,
                Optional.empty(),
                AT,
                Movements.refund("stripe", "b", PRICE),
                Movements.refunded("stripe", "b", 1, total));
        book(account, Optional.empty(), AT, Movements.carrierReversal("dtone", "b", Money.usd(900)));
        book(
                account,
                Optional.empty(),
                AT,
                Movements.authorise("stripe", "c", total),
                Movements.receivable("stripe", "c", PRICE));

        var movements = statements.page(account, Selection.ALL, ALL, Optional.empty(), 100);
        assertThat(movements)
                .extracting(Movement::kind)
                .containsExactlyInAnyOrder(
                        Kind.HELD,
                        Kind.RELEASED,
                        Kind.HELD,
                        Kind.CHARGED,
                        Kind.REFUNDING,
                        Kind.REFUNDED,
                        Kind.HELD,
                        Kind.OWED);
        assertThat(movements).extracting(Movement::amount).containsOnly(total);
        assertThat(statements.returning(account, Money.USD)).as("all came back").isEmpty();
        assertThat(sum(movements)).as("charged and given back").isEqualTo(Money.usd(0));
        assertThat(statements.page(account(), Selection.ALL, ALL, Optional.empty(), 100))
                .as("of another account")
                .isEmpty();
    }

    @Test
    void what_was_paid_by_the_page_is_what_the_gateways_account_holds_in_the_journal() {
        var account = account();
        var renewals =
                Stream.generate(() -> new RenewalId(UUID.randomUUID())).limit(7).toList();
        for (int i = 0; i < renewals.size(); i++) {
            var price = new Price(Money.usd(1000 + i), List.of(new Charge("tax", Money.usd(i))));
            var ref = "r" + i;
            var renewal = Optional.of(renewals.get(i));
            book(account, renewal, AT.plusSeconds(i), Movements.authorise("stripe", ref, price.total()));
            book(account, renewal, AT.plusSeconds(i), Movements.capture("stripe", ref, price));
            if (i % 3 == 0) {
                book(account, renewal, AT.plusSeconds(i), Movements.refund("stripe", ref, price));
            }
            if (i % 6 == 0) {
                book(account, renewal, AT.plusSeconds(i), Movements.refunded("stripe", ref, 1, price.total()));
            }
        }
        var all = statements.page(account, Selection.ALL, ALL, Optional.empty(), 100);
        long clearing = postgres.owner()
                .sql("""
                select sum(case when debit = 'gateway.clearing:stripe' then amount_minor else -amount_minor end)::bigint
                  from transfer
                 where account_id = ? and 'gateway.clearing:stripe' in (debit, credit)""")
                .param(account.value())
                .query((row, n) -> row.getLong(1))
                .single();
        assertThat(sum(all)).isEqualTo(Money.usd(clearing)).isNotEqualTo(Money.usd(0));
        assertThat(statements.months(account, Selection.ALL, SHANGHAI, Money.USD))
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.month()).as("by the reader's clock").isEqualTo(YearMonth.of(2026, 11));
                    assertThat(month.spent()).isEqualTo(Money.usd(clearing));
                });
        assertThat(statements.months(account, Selection.ALL, ZoneOffset.UTC, Money.USD))
                .extracting(Statements.Month::month)
                .containsExactly(YearMonth.of(2026, 10));
        assertThat(statements.returning(account, Money.USD))
                .as("promised and not back")
                .isEqualTo(Map.of(renewals.get(3), Money.usd(1006)));
    }

    @Test
    void pages_by_place_show_each_movement_once_also_those_of_the_same_moment() {
        var account = account();
        for (int i = 0; i < 23; i++) {
            book(
                    account,
                    Optional.empty(),
                    AT.plusSeconds(i / 10),
                    Movements.authorise("stripe", "p" + i, Money.usd(100 + i)));
        }
        var seen = new ArrayList<Movement>();
        Optional<Movement.Position> after = Optional.empty();
        for (var page = statements.page(account, Selection.ALL, ALL, after, 5);
                !page.isEmpty();
                page = statements.page(account, Selection.ALL, ALL, after, 5)) {
            seen.addAll(page);
            after = Optional.of(page.getLast().position());
        }
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        assertThat(seen)
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(Movement::at).reversed());
    }

    @Test
    void a_selection_keeps_to_its_renewals_its_time_and_its_kinds() {
        var account = account();
        var mine = new RenewalId(UUID.randomUUID());
        var other = new RenewalId(UUID.randomUUID());
        book(account, Optional.of(mine), AT, Movements.authorise("stripe", "m", PRICE.total()));
        book(account, Optional.of(mine), AT.plusSeconds(60), Movements.capture("stripe", "m", PRICE));
        book(account, Optional.of(other), AT, Movements.authorise("stripe", "o", PRICE.total()));

        var ofMine = new Selection(Optional.of(List.of(mine)), Selection.EVER, Selection.NEVER);
        assertThat(statements.page(account, ofMine, ALL, Optional.empty(), 9))
                .extracting(Movement::renewal)
                .containsExactly(Optional.of(mine), Optional.of(mine));
        assertThat(statements.page(account, ofMine, Set.of(Kind.CHARGED), Optional.empty(), 9))
                .hasSize(1);
        assertThat(statements.page(
                        account,
                        new Selection(Optional.empty(), AT.plusSeconds(1), Selection.NEVER),
                        ALL,
                        Optional.empty(),
                        9))
                .hasSize(1);
        assertThat(statements.page(
                        account,
                        new Selection(Optional.of(List.of()), Selection.EVER, Selection.NEVER),
                        ALL,
                        Optional.empty(),
                        9))
                .as("a line without renewals")
                .isEmpty();
        assertThat(statements.firstAt(account)).hasValue(AT);
    }

    private static Money sum(List<Movement> movements) {
        return movements.stream().map(Movement::paid).reduce(Money.usd(0), Money::plus);
    }

    private void book(AccountId account, Optional<RenewalId> about, Instant at, JournalEntry... entries) {
        journal.book(account, about, List.of(entries), at);
    }

    private static AccountId account() {
        return postgres.account();
    }
}
