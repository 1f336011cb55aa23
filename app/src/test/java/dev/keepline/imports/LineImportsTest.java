package dev.keepline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.imports.LineImports.Imported;
import dev.keepline.imports.Problem.Code;
import dev.keepline.imports.store.BroughtRows;
import dev.keepline.imports.store.ImportChecks;
import dev.keepline.imports.store.ImportPlans;
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
                new LineImports.Checked(new ImportChecks(postgres.jdbc()), new ImportPlans(postgres.jdbc())),
                new Staging(template),
                Samples.rules(),
                postgres.transactions());
    }

    @BeforeEach
    void nothing_there() {
        postgres.owner().sql("delete from imported_line").update();
        postgres.owner().sql("delete from line").update();
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
        assertThat(imports.problems(id, LineImports.MOST_PROBLEMS))
                .extracting(Problem::line)
                .containsExactly(101);
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
        assertThat(imports.problems(id, LineImports.MOST_PROBLEMS))
                .extracting(problem ->
                        problem.line() + " " + problem.field() + " " + problem.code() + " " + problem.value())
                .containsExactlyInAnyOrder(
                        "2 iccid TAKEN " + Samples.iccid(1), "4 reference TWICE 3", "4 iccid TWICE 3");
    }

    @Test
    void what_stands_twice_is_said_even_when_the_first_row_has_another_mistake() {
        var id = check(Samples.row(1).replace("NY", "XX") + Samples.row(1));
        assertThat(imports.problems(id, 10))
                .extracting(problem -> problem.line() + " " + problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder("2 state NOT_A_STATE", "3 reference TWICE", "3 iccid TWICE");
    }

    @Test
    void a_line_that_somebody_holds_is_not_taken_over_and_one_that_somebody_merely_typed_is_no_obstacle() {
        held("MANAGED", Samples.iccid(1));
        held("TRACKED", Samples.iccid(2));
        var id = check(Samples.row(1) + Samples.row(2));
        assertThat(imports.problems(id, 10))
                .extracting(problem -> problem.line() + " " + problem.field() + " " + problem.code())
                .containsExactly("2 iccid HELD");
        assertThat(imports.carryOut(id, STAFF, NOW)).isInstanceOf(Imported.CheckAgain.class);
    }

    @Test
    void a_line_that_somebody_came_to_hold_after_the_check_makes_the_file_wait() {
        var id = check(Samples.row(3));
        held("MANAGED", Samples.iccid(3));
        assertThat(imports.carryOut(id, STAFF, NOW)).isInstanceOf(Imported.CheckAgain.class);
        assertThat(lines()).isZero();
    }

    @Test
    void the_holder_of_a_claimed_line_is_no_obstacle_to_a_later_file_of_the_same_reference() {
        imports.carryOut(check(Samples.row(4)), STAFF, NOW);
        var line = postgres.owner()
                .sql("update imported_line set claimed_by = ?, claimed_at = now() returning line_id")
                .param(UUID.randomUUID())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
        held("MANAGED", Samples.iccid(4), line);
        assertThat(imports.carryOut(check(Samples.row(4)), STAFF, NOW)).isEqualTo(done(0, 0, 0, 1));
    }

    @Test
    void before_it_is_imported_a_file_says_what_it_would_do() {
        imports.carryOut(check(rows(1, 3)), STAFF, NOW);
        postgres.owner()
                .sql("update imported_line set claimed_by = ?, claimed_at = now() where reference = 'A-3'")
                .param(UUID.randomUUID())
                .update();
        var later = rows(1, 4).replace("Line 2,", "Renamed,").replace("Line 3,", "Stolen,");
        var plan = imports.plan(imports.find(check(later)).orElseThrow()).orElseThrow();
        assertThat(plan.counts()).isEqualTo(new ImportView.Counts(1, 1, 1, 1));
        assertThat(plan.changes())
                .containsExactly(new ImportPlan.Change(
                        3, "A-2", "label", java.util.Optional.of("Line 2"), java.util.Optional.of("Renamed")));
    }

    @Test
    void what_nobody_claimed_is_listed_found_and_taken_back_with_a_reason() {
        var lines = new BroughtLines(new BroughtRows(postgres.jdbc()), postgres.transactions());
        var file = check(rows(1, 3));
        imports.carryOut(file, STAFF, NOW);
        postgres.owner()
                .sql("update imported_line set claimed_by = ?, claimed_at = now() where reference = 'A-3'")
                .param(UUID.randomUUID())
                .update();
        var any = new BroughtLines.Filter(java.util.Optional.of(file), java.util.Optional.empty());
        assertThat(lines.list(any, 0, 2, NOW).lines())
                .extracting(one -> one.named().reference())
                .containsExactly("A-1", "A-2");
        assertThat(lines.list(any, 0, 2, NOW).all()).isEqualTo(3);
        assertThat(lines.find("HOLDER2@example.com", 5, NOW)).hasSize(1);
        assertThat(lines.find("A-1", 5, NOW)).hasSize(1);
        assertThat(lines.find(Samples.iccid(2).substring(12), 5, NOW)).hasSize(1);
        var why = new BroughtLines.Withdrawal(STAFF, "sold to somebody else", NOW);
        var claimed = lines.find("A-3", 1, NOW).getFirst();
        assertThat(lines.withdraw(claimed.id(), why)).as("claimed").isFalse();
        assertThat(lines.withdraw(lines.find("A-1", 1, NOW).getFirst().id(), why))
                .isTrue();
        assertThat(lines.withdraw(file, why)).isOne();
        assertThat(lines.list(any, 0, 9, NOW).lines())
                .extracting(one -> one.named().reference())
                .containsExactly("A-3");
        assertThat(lines.withdrawn(file)).containsExactly(new BroughtLines.Withdrawn(2, "sold to somebody else", NOW));
        assertThat(imports.carryOut(check(Samples.row(1).replace("A-1,", "B-1,")), STAFF, NOW))
                .isEqualTo(done(1, 0, 0, 0));
    }

    private static void held(String management, String iccid) {
        held(management, iccid, UUID.randomUUID());
    }

    private static void held(String management, String iccid, UUID line) {
        postgres.owner().sql("""
                with holder as (insert into account (account_id, created_at) values (gen_random_uuid(), now()) returning account_id)
                insert into line (account_id, line_id, carrier, label, iccid, management, state, zip, zone, created_at)
                select account_id, ?, 'sandbox-mobile', '', ?, ?, 'NY', '10001', 'America/New_York', now() from holder""").params(line, iccid, management).update();
    }

    @Test
    void lines_that_came_in_between_make_a_checked_file_wait() {
        var first = check(Samples.row(1));
        var second = check(Samples.row(1).replace("A-1,", "B-1,"));
        assertThat(imports.carryOut(first, STAFF, NOW)).isEqualTo(done(1, 0, 0, 0));
        assertThat(imports.carryOut(second, STAFF, NOW)).isInstanceOf(Imported.CheckAgain.class);
    }

    @Test
    void all_problems_are_kept_and_the_first_are_shown() {
        var id = check(IntStream.range(0, 1500).mapToObj(n -> "bad\n").collect(Collectors.joining()));
        assertThat(imports.find(id).orElseThrow().problems()).isEqualTo(1500);
        assertThat(imports.problems(id, LineImports.MOST_PROBLEMS)).hasSize(1500);
        assertThat(imports.problems(id, 200)).hasSize(200);
        assertThat(imports.problems(id, LineImports.MOST_PROBLEMS).getFirst().code())
                .isEqualTo(Code.FIELDS);
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
