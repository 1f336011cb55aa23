package dev.keepline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is a fault of ours, and what is a database that does not answer for a moment. */
class UnreachableTest {

    @Test
    void a_database_that_does_not_answer_is_no_fault_of_the_page() {
        var gone = new SQLException("gone", "08001");
        assertThat(Unreachable.in(new IllegalStateException(new CannotGetJdbcConnectionException("no", gone))))
                .isTrue();
        assertThat(Unreachable.in(new CannotCreateTransactionException("no", gone)))
                .isTrue();
        assertThat(Unreachable.in(new DataIntegrityViolationException("twice"))).isFalse();
        assertThat(Unreachable.in(new IllegalStateException("ours"))).isFalse();
        assertThat(Unreachable.in(null)).isFalse();
    }

    @Test
    void a_database_that_answers_that_its_disk_is_full_is_there() {
        for (var state : new String[] {"53100", "58030"}) {
            assertThat(Unreachable.in(failed(state))).as(state).isFalse();
        }
        for (var state : new String[] {"08006", "57P01", "53300"}) {
            assertThat(Unreachable.in(failed(state))).as(state).isTrue();
        }
    }

    private static Exception failed(String state) {
        return new DataAccessResourceFailureException("no", new SQLException("said", state));
    }
}
