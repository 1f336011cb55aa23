package dev.keepline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.guard.Standing.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardTest {

    /** Begins where this kind of time is about to wrap around. */
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());

    private final Guard guard = new Guard("somebody", 3, nanos::get);
    private final List<Guard.Pass> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Guard.Pass::close);
    }

    @Test
    void fault_12_half_of_the_latest_calls_unanswered_shut_it_and_one_question_tries_again() {
        for (int pair = 0; pair < 4; pair++) {
            unanswered();
            answered();
        }
        assertThat(guard.standing().state()).as("four of eight").isEqualTo(State.UP);
        unanswered();
        assertThat(guard.standing()).isEqualTo(new Standing(State.DOWN, Guard.LEFT_ALONE));
        assertThat(guard.enter()).isEmpty();

        pass(Guard.LEFT_ALONE);
        var first = guard.enter();
        assertThat(first).isPresent();
        assertThat(guard.enter()).as("one at a time").isEmpty();
        first.orElseThrow().answered();
        first.orElseThrow().close();

        assertThat(guard.standing()).isEqualTo(new Standing(State.UP, Duration.ZERO));
        unanswered();
        assertThat(guard.standing().state()).as("what was before is forgiven").isEqualTo(State.UP);
    }

    @Test
    void fault_12_a_try_that_meets_silence_leaves_it_shut_for_as_long_again() {
        shutIt();
        pass(Guard.LEFT_ALONE);
        unanswered();

        assertThat(guard.standing()).isEqualTo(new Standing(State.DOWN, Guard.LEFT_ALONE));
    }

    @Test
    void fault_12_a_command_is_never_the_call_that_tries() {
        shutIt();
        pass(Guard.LEFT_ALONE);

        assertThat(guard.enterIfUp()).isEmpty();
        answered();
        assertThat(guard.enterIfUp()).isPresent();
    }

    @Test
    void fault_12_who_hangs_takes_its_own_places_and_no_more() {
        for (int call = 0; call < 3; call++) {
            open.add(guard.enter().orElseThrow());
        }

        assertThat(guard.enter()).isEmpty();
        open.removeFirst().close();
        assertThat(guard.enter()).isPresent();
    }

    @Test
    void fault_19_a_wish_to_wait_is_obeyed_by_every_call() {
        try (var call = guard.enter().orElseThrow()) {
            call.answered();
            call.asksToWait(Duration.ofSeconds(30));
        }

        assertThat(guard.standing()).isEqualTo(new Standing(State.RESTING, Duration.ofSeconds(30)));
        assertThat(guard.enter()).isEmpty();
        pass(Duration.ofSeconds(29));
        assertThat(guard.enterIfUp()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(guard.standing().state()).isEqualTo(State.UP);
        assertThat(guard.enterIfUp()).isPresent();
    }

    @Test
    void fault_19_a_shorter_wish_does_not_cut_a_longer_one() {
        try (var call = guard.enter().orElseThrow();
                var other = guard.enter().orElseThrow()) {
            call.answered();
            other.answered();
            call.asksToWait(Duration.ofSeconds(30));
            other.asksToWait(Duration.ofSeconds(5));
        }

        assertThat(guard.standing().callAgainIn()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void fault_13_times_hold_where_the_monotonic_clock_wraps() {
        shutIt();
        pass(Duration.ofSeconds(14));

        assertThat(nanos.get()).as("wrapped").isNegative();
        assertThat(guard.standing()).isEqualTo(new Standing(State.DOWN, Duration.ofSeconds(1)));
    }

    private void shutIt() {
        for (int call = 0; call < 5; call++) {
            unanswered();
        }
    }

    private void unanswered() {
        guard.enter().orElseThrow().close();
    }

    private void answered() {
        try (var call = guard.enter().orElseThrow()) {
            call.answered();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
