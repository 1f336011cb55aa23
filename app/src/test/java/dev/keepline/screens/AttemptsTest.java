package dev.keepline.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** One page that cannot be photographed costs its own picture and no other. */
class AttemptsTest {

    @Test
    void one_that_fails_is_named_and_the_next_is_tried() {
        var done = new ArrayList<String>();
        var attempts = new Attempts();
        attempts.attempt("first", () -> done.add("first"));
        attempts.attempt("broken", () -> {
            throw new IllegalStateException("no such button\nCall log: …");
        });
        attempts.attempt("wrong", () -> {
            throw new AssertionError("not what it should say");
        });
        attempts.attempt("last", () -> done.add("last"));
        assertThat(done).containsExactly("first", "last");
        assertThat(attempts.failed())
                .containsExactly(
                        "broken: IllegalStateException no such button", "wrong: AssertionError not what it should say");
        assertThat(attempts.exit()).isEqualTo(1);
    }

    @Test
    void nothing_failed_is_a_good_end() {
        var attempts = new Attempts();
        attempts.attempt("fine", () -> {});
        assertThat(attempts.exit()).isZero();
    }
}
