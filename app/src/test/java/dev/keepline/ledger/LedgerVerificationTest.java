package dev.keepline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerVerificationTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    private final Journal journal = new Journal(postgres.jdbc(), postgres.transactions());
    private final LedgerVerification verification = new LedgerVerification(postgres.jdbc(), postgres.transactions());

    @AfterEach
    void nothing_of_this_test_stays() {
        postgres.owner().sql("delete from transfer").update();
        postgres.owner().sql("delete from journal_entry").update();
        postgres.owner().sql("delete from customer_balance").update();
    }

    @Test
    void i3_any_sequence_of_movements_leaves_balances_equal_to_their_transfers() {
        long seed = new SplittableRandom().nextLong();
        var random = new SplittableRandom(seed);
        var accounts = Stream.generate(postgres::account).limit(5).toList();
        int overdrawn = 0;
        for (int step = 0; step < 300; step++) {
            try {
                journal.book(accounts.get(random.nextInt(5)), Optional.empty(), movements(random, step), AT);
            } catch (Overdrawn _) {
                overdrawn++; // takes that find nothing are part of the sequence
            }
        }
        assertThat(overdrawn).as("seed %s", seed).isBetween(1, 299);
        assertThat(differences()).as("seed %s", seed).isEmpty();
    }

    private static List<JournalEntry> movements(SplittableRandom random, int step) {
        var amount = Money.usd(random.nextInt(1, 1_000));
        String ref = "pi_" + step;
        return switch (random.nextInt(5)) {
            case 0, 1 -> List.of(Movements.authorise("stripe", ref, amount));
            case 2 -> List.of(Movements.release("stripe", ref, amount));
            case 3 ->
                List.of(
                        Movements.capture("stripe", ref, new Price(amount, List.of())),
                        Movements.carrierOrder("dtone", ref, amount));
            default ->
                List.of(Movements.authorise("stripe", ref, amount), Movements.release("stripe", ref, Money.usd(1)));
        };
    }

    @Test
    void a_balance_that_was_changed_by_hand_is_found() {
        var ann = held(Money.usd(100));
        postgres.owner()
                .sql("update customer_balance set balance_minor = 90 where account_id = ?")
                .param(ann.value())
                .update();
        assertThat(differences())
                .containsExactly(
                        new LedgerDifference.Balance(ann, LedgerAccount.CUSTOMER_HOLD, Money.usd(90), Money.usd(100)));
    }

    @Test
    void a_balance_that_is_missing_or_came_from_nowhere_is_found() {
        var missing = held(Money.usd(100));
        var nowhere = postgres.account();
        postgres.owner()
                .sql("delete from customer_balance where account_id = ?")
                .param(missing.value())
                .update();
        postgres.owner()
                .sql("insert into customer_balance values (?, 'customer.wallet', 'USD', 5)")
                .param(nowhere.value())
                .update();
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        new LedgerDifference.Balance(
                                missing, LedgerAccount.CUSTOMER_HOLD, Money.usd(0), Money.usd(100)),
                        new LedgerDifference.Balance(
                                nowhere, LedgerAccount.CUSTOMER_WALLET, Money.usd(5), Money.usd(0)));
    }

    @Test
    void an_entry_that_moves_nothing_is_found() {
        var ann = held(Money.usd(100));
        postgres.owner()
                .sql("delete from transfer where account_id = ?")
                .param(ann.value())
                .update();
        assertThat(differences()).contains(new LedgerDifference.EmptyEntry(ann, "payment.authorise", "pi_x"));
    }

    @Test
    void every_account_is_looked_at_however_many_there_are() {
        postgres.owner().sql("""
                insert into account select ('00000001-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, now()
                  from generate_series(1, 1203) n
                """).update();
        postgres.owner().sql("""
                insert into customer_balance
                select account_id, 'customer.hold', 'USD', 1 from account
                 where account_id >= '00000001-0000-0000-0000-000000000000'
                """).update();
        assertThat(differences().stream()
                        .filter(d -> d instanceof LedgerDifference.Balance b
                                && b.account().value().compareTo(new UUID(1L << 32, 0)) > 0))
                .hasSize(1_203);
        assertThat(verification.verify(_ -> {})).isGreaterThan(1_203);
    }

    private AccountId held(Money amount) {
        var account = postgres.account();
        journal.book(account, Optional.empty(), List.of(Movements.authorise("stripe", "pi_x", amount)), AT);
        return account;
    }

    private List<LedgerDifference> differences() {
        var found = new ArrayList<LedgerDifference>();
        verification.verify(found::add);
        return found;
    }
}
