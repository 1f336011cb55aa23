package dev.keepline.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.identity.TooBusy;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class PasswordsTest {

    @Test
    void of_many_at_once_some_are_told_to_come_back_and_the_others_are_answered() throws Exception {
        try (var passwords = new Passwords();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var hash = passwords.hash("thirteen calm otters");
            var asked = new ArrayList<Future<Boolean>>();
            for (int n = 0; n < 300; n++) {
                asked.add(callers.submit(() -> passwords.matches("thirteen calm otters", hash)));
            }
            int right = 0;
            int busy = 0;
            for (var each : asked) {
                try {
                    assertThat(each.get()).isTrue();
                    right++;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(TooBusy.class);
                    busy++;
                }
            }
            assertThat(right).isGreaterThan(60);
            assertThat(busy).isPositive();
        }
    }

    @Test
    void none_is_computed_while_a_connection_is_held() {
        try (var passwords = new Passwords()) {
            TransactionSynchronizationManager.setActualTransactionActive(true);
            assertThatThrownBy(() -> passwords.hash("thirteen calm otters")).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.clear();
        }
    }
}
