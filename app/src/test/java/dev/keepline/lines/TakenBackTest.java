package dev.keepline.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.database.PostgresTest;
import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.store.LineRows;
import dev.keepline.lines.store.SegmentRows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a carrier takes back counts no day longer, also while its record has not been read again. */
class TakenBackTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant T0 = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant OLD_END = T0.plus(Duration.ofDays(5));

    private final Lines lines = new Lines(
            new LineRows(postgres.jdbc(), JsonMapper.shared()),
            new SegmentRows(postgres.jdbc(), JsonMapper.shared()),
            new Transactions(new TransactionTemplate(new JdbcTransactionManager(postgres.dataSource()))));
    private final AccountId account = postgres.account();
    private final LineId line = line();

    @Test
    void the_end_before_counts_again_at_once_and_every_newer_reading_after_it() {
        lines.read(account, line, record(0, OLD_END));
        var bought = bought(1, record(10, OLD_END), record(20, OLD_END.plus(Duration.ofDays(30))));
        lines.append(account, bought, T0.plusSeconds(21));
        lines.read(account, line, record(600, OLD_END.plus(Duration.ofDays(30))));

        lines.revoke(account, bought, T0.plusSeconds(700));

        assertThat(end()).contains(new Line.Recorded(OLD_END, T0.plusSeconds(10)));
        assertThat(found().dates().reading()).contains(record(10, OLD_END));
        var left = record(800, OLD_END.minusSeconds(9));
        lines.read(account, line, left);
        lines.revoke(account, bought, T0.plusSeconds(900));
        assertThat(found().dates().reading()).as("once").contains(left);
    }

    @Test
    void a_line_that_had_run_out_is_as_lost_as_it_was_and_an_empty_record_keeps_that() {
        var past = T0.minus(Duration.ofDays(18));
        lines.read(account, line, new Snapshot(record(0, past).buckets(), past.minusSeconds(60)));
        var bought = bought(1, empty(10), record(20, T0.plus(Duration.ofDays(30))));
        lines.append(account, bought, T0.plusSeconds(21));

        lines.revoke(account, bought, T0.plusSeconds(700));
        assertThat(end().map(Line.Recorded::endsAt)).contains(past);
        lines.read(account, line, empty(800));
        assertThat(end().map(Line.Recorded::endsAt)).contains(past);
    }

    @Test
    void what_is_left_under_a_later_stretch_is_not_known_before_it_is_read() {
        var first = bought(1, record(10, OLD_END), record(20, OLD_END.plus(Duration.ofDays(30))));
        lines.append(account, first, T0.plusSeconds(21));
        var second =
                bought(2, record(30, OLD_END.plus(Duration.ofDays(30))), record(40, OLD_END.plus(Duration.ofDays(60))));
        lines.append(account, second, T0.plusSeconds(41));

        lines.revoke(account, first, T0.plusSeconds(700));
        assertThat(end()).isEmpty();
        lines.read(account, line, record(800, OLD_END.plus(Duration.ofDays(30))));
        assertThat(end().map(Line.Recorded::endsAt)).contains(OLD_END.plus(Duration.ofDays(30)));
    }

    private Optional<Line.Recorded> end() {
        return found().dates().recorded();
    }

    private Line found() {
        return lines.find(account, line).orElseThrow();
    }

    private Bought bought(int segment, Snapshot before, Snapshot after) {
        return new Bought(
                line,
                segment,
                new RenewalId(UUID.randomUUID()),
                Optional.empty(),
                Optional.of("sandbox-monthly"),
                new Bought.Records(Optional.of(before), Optional.of(after)));
    }

    private static Snapshot record(int seconds, Instant end) {
        return new Snapshot(List.of(new Bucket(Allowance.DATA_BYTES, 5, Optional.of(end))), T0.plusSeconds(seconds));
    }

    private static Snapshot empty(int seconds) {
        return new Snapshot(List.of(), T0.plusSeconds(seconds));
    }

    private LineId line() {
        var id = new LineId(UUID.randomUUID());
        var identity = new Line.Identity(
                "sandbox-mobile", "Test", Optional.empty(), Iccid.parse("8901260000000000006"), Management.MANAGED);
        var home = new Line.Home(new PlaceOfUse("NY", "10001"), ZoneId.of("America/New_York"));
        lines.add(account, id, new NewLine(identity, home, Optional.empty(), Optional.empty()), T0);
        return id;
    }
}
