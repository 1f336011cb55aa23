package dev.keepline.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One row an act: what was wanted, or what came of it. */
class StaffActionTest {

    private static final AccountId ANN = new AccountId(new UUID(1, 1));
    private static final AccountId STAFF = new AccountId(new UUID(2, 2));

    @Test
    void what_came_of_it_stands_in_for_what_was_wanted() {
        var book = List.of(act("DONE", 4), act("WANTED", 3), act("NOT_POSSIBLE", 2), act("WANTED", 1));
        assertThat(StaffAction.acts(book)).extracting(StaffAction::outcome).containsExactly("DONE", "NOT_POSSIBLE");
    }

    @Test
    void what_a_crash_left_without_an_end_is_shown_as_wanted() {
        var book = List.of(act("WANTED", 3), act("DONE", 2), act("WANTED", 1));
        assertThat(StaffAction.acts(book)).extracting(StaffAction::outcome).containsExactly("WANTED", "DONE");
    }

    private static StaffAction act(String outcome, int second) {
        return new StaffAction(ANN, STAFF, "renewal.STOP", "r", "why", outcome, Instant.ofEpochSecond(second));
    }
}
