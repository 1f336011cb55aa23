package dev.keepline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.kernel.AccountId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionsTest {
    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final AccountId ANN = AccountId.parse("00000000-0000-0000-0000-000000000001");
    private static final AccountId BOB = AccountId.parse("00000000-0000-0000-0000-000000000002");

    private final Transactions transactions = postgres.transactions();

    @BeforeAll
    static void a_table_the_application_may_only_read_and_insert() {
        postgres.owner().sql("create table note (body text)").update();
        postgres.owner().sql("grant select, insert on note to keepline_app").update();
    }

    @Test
    void work_that_throws_leaves_nothing() {
        assertThatThrownBy(() -> transactions.inAccount(ANN, () -> {
                    insert("lost");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(count("lost")).isZero();
    }

    @Test
    void work_that_returns_is_kept_and_yields_its_value() {
        int rows = transactions.inAccount(ANN, () -> insert("kept"));
        assertThat(rows).isEqualTo(1);
        assertThat(count("kept")).isEqualTo(1);
    }

    @Test
    void the_same_account_joins_the_open_transaction() {
        assertThatThrownBy(() -> transactions.inAccount(ANN, () -> {
                    transactions.inAccount(ANN, () -> insert("inner"));
                    throw new IllegalStateException("outer fails");
                }))
                .hasMessage("outer fails");
        assertThat(count("inner")).isZero();
    }

    @Test
    void another_account_is_refused_while_a_transaction_is_open() {
        assertThatThrownBy(() -> transactions.inAccount(ANN, () -> transactions.inAccount(BOB, () -> insert("no"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(BOB.toString());
        assertThatThrownBy(() -> transactions.inAccount(ANN, () -> transactions.outsideAccounts(() -> insert("no"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions.outsideAccounts(() -> transactions.inAccount(ANN, () -> insert("no"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_application_can_do_only_what_a_migration_granted() {
        assertThatThrownBy(() -> postgres.jdbc().sql("delete from note").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> postgres.jdbc().sql("create table mine (x int)").update())
                .hasStackTraceContaining("permission denied");
    }

    private static int insert(String body) {
        return postgres.jdbc()
                .sql("insert into note (body) values (?)")
                .param(body)
                .update();
    }

    private static int count(String body) {
        return postgres.jdbc()
                .sql("select count(*) from note where body = ?")
                .param(body)
                .query(Integer.class)
                .single();
    }
}
