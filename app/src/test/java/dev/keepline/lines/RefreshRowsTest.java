package dev.keepline.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.store.LineRows;
import dev.keepline.lines.store.RefreshRows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** Which lines are read again by themselves. */
class RefreshRowsTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final RefreshRows rows = new RefreshRows(postgres.jdbc());
    private final LineRows lines = new LineRows(postgres.jdbc(), JsonMapper.shared());

    @Test
    void the_oldest_records_of_managed_lines_come_first_and_the_budget_holds() {
        var account = postgres.account();
        var fresh = line(account, "sandbox-mobile", Management.MANAGED, Optional.of(Duration.ofHours(3)));
        var old = line(account, "sandbox-mobile", Management.MANAGED, Optional.of(Duration.ofHours(30)));
        var never = line(account, "sandbox-mobile", Management.MANAGED, Optional.empty());
        var tracked = line(account, "sandbox-mobile", Management.TRACKED, Optional.empty());
        var other = line(account, "att-prepaid", Management.MANAGED, Optional.empty());
        assertThat(stale(10)).containsExactly(never, old).doesNotContain(fresh, tracked, other);
        assertThat(stale(1)).containsExactly(never);

        rows.answered(account, never, NOW.minusSeconds(60), answer(Refresh.Result.NO_ANSWER));
        assertThat(stale(10)).as("silence is left alone for an hour").containsExactly(old);
        rows.answered(account, old, NOW.minus(Duration.ofHours(3)), answer(Refresh.Result.NO_RECORD));
        assertThat(stale(10))
                .as("who has no record is asked once a day, not each hour")
                .isEmpty();
    }

    @Test
    void a_question_is_noted_once_within_the_pause_and_again_after_it() {
        var account = postgres.account();
        var line = line(account, "nobody-reads", Management.MANAGED, Optional.empty());
        var pause = Duration.ofMinutes(2);
        assertThat(rows.ask(account, line, NOW, pause)).isTrue();
        assertThat(rows.ask(account, line, NOW.plusSeconds(119), pause)).isFalse();
        rows.answered(account, line, NOW, answer(Refresh.Result.READ));
        assertThat(rows.ask(account, line, NOW.plusSeconds(120), pause)).isTrue();
        assertThat(rows.last(account, line).orElseThrow().answer())
                .as("the former answer is not that of the new question")
                .isEmpty();
    }

    private static Refresh.Answer answer(Refresh.Result result) {
        return new Refresh.Answer(result, NOW);
    }

    private List<LineId> stale(int limit) {
        return rows
                .stale(
                        List.of("sandbox-mobile"),
                        NOW.minus(Duration.ofHours(20)),
                        NOW.minus(Duration.ofHours(1)),
                        limit)
                .stream()
                .map(RefreshRows.Stale::line)
                .toList();
    }

    private LineId line(AccountId account, String carrier, Management management, Optional<Duration> age) {
        var id = new LineId(UUID.randomUUID());
        var identity =
                new Line.Identity(carrier, "Line", Optional.empty(), Iccid.parse("8901999900000003082"), management);
        var home = new Line.Home(new PlaceOfUse("NY", "10001"), ZoneId.of("America/New_York"));
        lines.insert(account, id, new NewLine(identity, home, Optional.empty(), Optional.empty()), NOW);
        age.ifPresent(old -> lines.keepReading(account, id, new Snapshot(List.of(), NOW.minus(old))));
        return id;
    }
}
