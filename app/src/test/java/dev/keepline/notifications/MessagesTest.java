package dev.keepline.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessagesTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    private final Messages messages = new Messages(postgres.jdbc(), postgres.transactions());
    private final AccountId ann = postgres.account();

    @Test
    void what_is_told_stands_in_the_portal_newest_first() {
        var first = message("renewal.waiting", "r1");
        var second = message("renewal.renewed", "r1");
        messages.enqueue(first, AT);
        messages.enqueue(second, AT.plusSeconds(1));
        assertThat(messages.newest(ann, 10))
                .containsExactly(
                        new Told(second, AT.plusSeconds(1), Optional.empty()), new Told(first, AT, Optional.empty()));
        assertThat(messages.newest(ann, 1)).hasSize(1);
    }

    @Test
    void the_same_fact_is_told_once() {
        assertThat(messages.enqueue(message("renewal.renewed", "r1"), AT)).isTrue();
        assertThat(messages.enqueue(message("renewal.renewed", "r1"), AT.plusSeconds(9)))
                .isFalse();
        assertThat(messages.newest(ann, 10)).hasSize(1);
    }

    @Test
    void what_was_seen_stays_seen_and_what_comes_later_is_new() {
        messages.enqueue(message("renewal.waiting", "r1"), AT);
        messages.shown(ann, AT.plusSeconds(5));
        messages.enqueue(message("renewal.renewed", "r1"), AT.plusSeconds(9));
        messages.shown(ann, AT.plusSeconds(10));
        assertThat(messages.newest(ann, 10))
                .extracting(told -> told.shownAt().orElseThrow())
                .containsExactly(AT.plusSeconds(10), AT.plusSeconds(5));
    }

    @Test
    void another_accounts_messages_are_not_there() {
        messages.enqueue(message("renewal.renewed", "r1"), AT);
        assertThat(messages.newest(postgres.account(), 10)).isEmpty();
    }

    @Test
    void nothing_is_told_of_what_was_rolled_back() {
        assertThatThrownBy(() -> postgres.transactions().inAccount(ann, () -> {
                    messages.enqueue(message("renewal.renewed", "r1"), AT);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(messages.newest(ann, 10)).isEmpty();
    }

    private Message message(String kind, String reference) {
        return new Message(ann, kind, reference, Map.of("line", "Mum's phone", "renewal", reference));
    }
}
