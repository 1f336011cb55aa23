package dev.keepline.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.store.LineRows;
import dev.keepline.lines.store.TrackedRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** How many lines an account keeps track of, and that a number is typed once: also when two browsers type at the same time. */
class TrackedLinesLimitTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final LineRows rows = new LineRows(postgres.jdbc(), JsonMapper.shared());
    private final TrackedLines tracked = new TrackedLines(
            rows,
            new TrackedRows(postgres.jdbc()),
            new ElsewhereRules(new Catalogue(List.of(), List.of()), new LapseRules(List.of(), List.of())),
            new LineSettings(3, 10),
            postgres.transactions());

    @Test
    void of_many_who_type_at_once_no_more_than_the_limit_get_in() throws Exception {
        var account = postgres.account();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var typing = java.util.stream.IntStream.range(0, 10)
                    .<Callable<TrackedLines.Added>>mapToObj(i -> () -> add(account, "+1212555010" + i))
                    .toList();
            long added = threads.invokeAll(typing).stream()
                    .filter(answer -> answer.resultNow() instanceof TrackedLines.Added.Done)
                    .count();
            assertThat(added).isEqualTo(3);
        }
        assertThat(add(account, "+12125550199")).isEqualTo(new TrackedLines.Added.TooMany(3));
    }

    @Test
    void another_account_with_the_same_number_makes_no_difference() {
        var first = postgres.account();
        var second = postgres.account();
        assertThat(add(first, "+12125550150")).isEqualTo(new TrackedLines.Added.Done());
        assertThat(add(second, "+12125550150")).isEqualTo(new TrackedLines.Added.Done());
        assertThat(add(first, "+12125550150")).isInstanceOf(TrackedLines.Added.Already.class);
    }

    @Test
    void a_managed_line_is_never_typed_in() {
        var identity =
                new Line.Identity("att-prepaid", "", Msisdn.parse("2125550151"), Optional.empty(), Management.MANAGED);
        var fresh = new NewLine(identity, home(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() ->
                        tracked.add(postgres.account(), new LineId(UUID.randomUUID()), fresh, Optional.empty(), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TrackedLines.Added add(AccountId account, String number) {
        var identity = new Line.Identity("att-prepaid", "", Msisdn.parse(number), Optional.empty(), Management.TRACKED);
        return tracked.add(
                account,
                new LineId(UUID.randomUUID()),
                new NewLine(identity, home(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                NOW);
    }

    private static Line.Home home() {
        return new Line.Home(new PlaceOfUse("NY", "10001"), ZoneId.of("America/New_York"));
    }
}
