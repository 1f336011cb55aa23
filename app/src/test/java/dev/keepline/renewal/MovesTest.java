package dev.keepline.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.RenewalId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final Moves moves = new Moves();
    private final RenewalId watched = new RenewalId(new UUID(1, 1));
    private final RenewalId other = new RenewalId(new UUID(1, 2));

    @Test
    void whoever_watches_is_woken_by_a_move_and_by_one_that_came_before_the_wait() {
        try (var one = moves.watch(watched);
                var another = moves.watch(watched)) {
            moves.happened(watched);
            assertThat(CompletableFuture.runAsync(() -> one.await(LONG))).succeedsWithin(Duration.ofSeconds(20));
            assertThat(CompletableFuture.runAsync(() -> another.await(LONG))).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void another_renewal_s_moves_and_moves_already_seen_wake_nobody() {
        try (var watch = moves.watch(watched)) {
            moves.happened(watched);
            moves.happened(watched);
            watch.await(LONG);
            moves.happened(other);
            long begun = System.nanoTime();
            watch.await(Duration.ofMillis(50));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(49));
        }
    }

    @Test
    void who_has_gone_is_not_told_and_the_others_are() {
        try (var stays = moves.watch(watched)) {
            moves.watch(watched).close();
            moves.happened(watched);
            assertThat(CompletableFuture.runAsync(() -> stays.await(LONG))).succeedsWithin(Duration.ofSeconds(20));
        }
    }
}
