package dev.keepline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.imports.LineImports.Imported;
import dev.keepline.imports.Problem.Code;
import dev.keepline.imports.store.LineFileRows;
import dev.keepline.imports.store.Staging;
import dev.keepline.kernel.AccountId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checking and importing files: nothing half done, and the same file twice is the same as once. */
class LineImportsTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final AccountId STAFF = new AccountId(new UUID(7, 7));

    private final LineImports imports = imports(postgres);

    static LineImports imports(PostgresTest postgres) {
        var template = new JdbcTemplate(postgres.dataSource());
        return new LineImports(
                new LineFileRows(postgres.jdbc(), template),
                new Staging(template),
                Samples.catalogue(),
                postgres.transactions());
    }

    @BeforeEach
    void nothing_there() {
        postgres.owner().sql("delete from imported_line").update();
    }

    @Test
    void checking_stores_no_line_and_importing_stores_them_all() {
        var id = check(rows(1, 500));
        assertThat(imports.find(id).orElseThrow().good()).isTrue();
        assertThat(lines()).isZero();
        assertThat(imports.carryOut(id, STAFF, NOW)).isEqualTo(done(500, 0, 0, 0));
        assertThat(lines()).isEqualTo(500);
        assertThat(imports.carryOut(id, STAFF, NOW.plusSeconds(1))).isInstanceOf(Imported.Before.class);
        var audit = imports.find(id).orElseThrow();
        assertThat(audit.carried().orElseThrow().by()).isEqualTo(new ImportView.By(STAFF, NOW));
        assertThat(audit.file().name()).isEqualTo("lines.csv");
    }

    @Test
    void one_mistake_in_a_file_keeps_all_of_it_out() {
        var id = check(rows(1, 99) + "A-100,broken\n");
        assertThat(imports.find(id).orElseThrow().problems()).isEqualTo(1);
        assertThat(imports.problems(id)).extracting(Problem::line).containsExactly(101);
        assertThat(imports.carryOut(id, STAFF, NOW)).isInstanceOf(Imported.CheckAgain.class);
        assertThat(lines()).isZero();
    }

    @Test
    void the_same_file_again_changes_nothing_and_says_so() {
        imports.carryOut(check(rows(1, 20)), STAFF, NOW);
        var again = check(rows(1, 20));
        assertThat(imports.sameBefore(imports.find(again).orElseThrow())).isPresent();
        assertThat(imports.carryOut(again, STAFF, NOW.plusSeconds(60))).isEqualTo(done(0, 0, 20, 0));
    }

    @Test
    void a_later_file_replaces_what_it_names_and_leaves_alone_what_somebody_claimed() {
        imports.carryOut(check(rows(1, 10)), STAFF, NOW);
        postgres.owner()
                .sql("update imported_line set claimed_by = ?, claimed_at = now() where reference = 'A-3'")
                .param(UUID.randomUUID())
                .update();
        var later = rows(1, 11).replace("Line 2,", "Renamed,").replace("Line 3,", "Stolen,");
        assertThat(imports.carryOut(check(later), STAFF, NOW)).isEqualTo(done(1, 1, 8, 1));
        assertThat(label("A-2")).isEqualTo("Renamed");
        assertThat(label("A-3")).isEqualTo("Line 3");
    }

    @Test
    void what_stands_twice_or_is_taken_is_said_with_the_line() {
        imports.carryOut(check(rows(1, 1)), STAFF, NOW);
        var taken = Samples.row(1).replace("A-1,", "B-1,");
        var id = check(taken + Samples.row(2) + Samples.row(2));
        assertThat(imports.problems(id))
                .extracting(problem ->
                        problem.line() + " " + problem.field() + " " + problem.code() + " " + problem.value())
                .containsExactlyInAnyOrder(
                        "2 iccid TAKEN " + Samples.iccid(1), "4 reference TWICE 3", "4 iccid TWICE 3");
    }

    @Test
    void lines_that_came_in_between_make_a_checked_file_wait() {
        var first = check(Samples.row(1));
        var second = check(Samples.row(1).replace("A-1,", "B-1,"));
        assertThat(imports.carryOut(first, STAFF, NOW)).isEqualTo(done(1, 0, 0, 0));
        assertThat(imports.carryOut(second, STAFF, NOW)).isInstanceOf(Imported.CheckAgain.class);
    }

    @Test
    void a_thousand_problems_are_kept_and_all_are_counted() {
        var id = check(IntStream.range(0, 1500).mapToObj(n -> "bad\n").collect(Collectors.joining()));
        assertThat(imports.find(id).orElseThrow().problems()).isEqualTo(1500);
        assertThat(imports.problems(id)).hasSize(1000);
        assertThat(imports.problems(id).getFirst().code()).isEqualTo(Code.FIELDS);
    }

    @Test
    void rows_that_were_checked_and_not_imported_are_gone_after_a_day() {
        var id = check(rows(1, 5));
        imports.check("other.csv", stream(Samples.HEADER + Samples.row(9)), STAFF, NOW.plus(Duration.ofDays(2)));
        assertThat(imports.carryOut(id, STAFF, NOW)).isInstanceOf(Imported.CheckAgain.class);
    }

    private ImportId check(String rows) {
        return imports.check("lines.csv", stream(Samples.HEADER + rows), STAFF, NOW);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Samples::row).collect(Collectors.joining());
    }

    private static Imported.Done done(int fresh, int changed, int unchanged, int claimed) {
        return new Imported.Done(new ImportView.Counts(fresh, changed, unchanged, claimed));
    }

    private static int lines() {
        return postgres.owner()
                .sql("select count(*) from imported_line")
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private static String label(String reference) {
        return postgres.owner()
                .sql("select label from imported_line where reference = ?")
                .param(reference)
                .query((row, n) -> row.getString(1))
                .single();
    }
}
