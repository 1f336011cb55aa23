package dev.keepline.renewal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.database.PostgresTest;
import dev.keepline.jobs.Lease;
import dev.keepline.kernel.Outcome;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.EndReason;
import dev.keepline.renewal.engine.RenewalRules;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.Sample;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lists of renewals that staff see, on the real store. */
class WaitingRowsTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant FIRST = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final StoreDesk desk = new StoreDesk(postgres);
    private final WaitingRows rows = new WaitingRows(postgres.jdbc(), postgres.transactions());

    @Test
    void what_ended_last_is_first_whenever_it_was_looked_at_since() {
        var early = begun();
        reach(early, new Stage.Renewed("pi_1", Sample.evidence(early), FIRST, 0), FIRST);
        var late = begun();
        reach(late, new Stage.Renewed("pi_2", Sample.evidence(late), FIRST.plus(DAY), 0), FIRST.plus(DAY));
        reach(early, new Stage.Renewed("pi_1", Sample.evidence(early), FIRST, 1), FIRST.plus(DAY.multipliedBy(2)));
        assertThat(finished(early, late)).extracting(row -> row.terms().id()).containsExactly(late.id(), early.id());

        reach(early, new Stage.Kept("pi_1", Sample.evidence(early), FIRST), FIRST.plus(DAY.multipliedBy(30)));
        assertThat(finished(early, late)).extracting(row -> row.terms().id()).containsExactly(late.id(), early.id());
        assertThat(finished(early, late)).extracting(WaitingRows.Row::since).containsExactly(FIRST.plus(DAY), FIRST);
    }

    @Test
    void the_newest_are_found_by_an_index_and_one_that_goes_on_is_not_among_them() {
        var owed = begun();
        reach(owed, new Stage.NotCharged(EndReason.NOT_PAID, FIRST, Optional.empty()), FIRST.plus(DAY));
        assertThat(finished(owed)).hasSize(1);
        var plan = postgres.template().execute(_ -> {
            postgres.jdbc().sql("set local enable_seqscan = off").update();
            postgres.jdbc().sql("set local enable_sort = off").update();
            return postgres.jdbc().sql("""
                            explain select renewal_id from renewal r where r.ended_at is not null
                             order by r.ended_at desc, r.account_id, r.renewal_id limit 50""").query((row, n) -> row.getString(1)).list();
        });
        assertThat(String.valueOf(plan)).contains("renewal_ended").doesNotContain("Sort");
        assertThat(rows.longest(50)).extracting(row -> row.terms().id()).doesNotContain(owed.id());
    }

    @Test
    void what_was_read_and_acted_on_stays_when_it_ends_badly() {
        var terms = begun();
        var order = Sample.order(terms, OrderRecord.State.COMPLETED);
        var half = Sample.snapshot(3_000_000_000L, FIRST.plus(DAY), FIRST);
        var finding = "DATA_BYTES grew by 2000000000 only, bought were 5000000000";
        reach(terms, new Stage.ReadingBack(Sample.hold(), Sample.before(), order, FIRST, 0), FIRST);
        var review = new Stage.InReview(Sample.hold(), Sample.before(), order, finding, 0);
        reach(terms, review, Cause.of(new Signal.LineSaid(new Outcome.Done<>(half))), FIRST);
        reach(terms, new Stage.NotCharged(EndReason.NOT_DELIVERED, FIRST, Optional.empty()), FIRST.plus(DAY));

        assertThat(rows.find(terms.account(), terms.id()).orElseThrow().records())
                .isEqualTo(new Dossier.Records(Optional.of(Sample.before()), Optional.of(half), Optional.of(finding)));
    }

    @Test
    void one_that_was_charged_and_taken_back_keeps_what_it_was_charged_for() {
        var terms = begun();
        reach(terms, new Stage.Capturing(Sample.hold(), Sample.evidence(terms), 1, 0), FIRST);
        reach(terms, new Stage.Refunding("pi_1", FIRST, 1, 0), FIRST.plus(DAY));

        assertThat(rows.find(terms.account(), terms.id()).orElseThrow().records())
                .isEqualTo(new Dossier.Records(
                        Optional.of(Sample.before()), Optional.of(Sample.after()), Optional.empty()));
    }

    /** In the order they are found; those of other tests are there, too. */
    private List<WaitingRows.Row> finished(Terms... these) {
        var ids = Stream.of(these).map(Terms::id).toList();
        return rows.finished(50).stream()
                .filter(row -> ids.contains(row.terms().id()))
                .toList();
    }

    private Terms begun() {
        var terms = Sample.terms();
        desk.prepare(terms);
        assertThat(desk.store.begin(terms, RenewalRules.begin(terms, FIRST))).isEqualTo(Committed.OK);
        return terms;
    }

    private void reach(Terms terms, Stage stage, Instant at) {
        reach(terms, stage, Cause.WOKEN, at);
    }

    private void reach(Terms terms, Stage stage, Cause cause, Instant at) {
        postgres.owner()
                .sql("update job set leased_until = '-infinity', due_at = '-infinity' where key = ?")
                .param(terms.id().toString())
                .update();
        var claim = desk.work
                .leases
                .claim(terms.job(), Duration.ofHours(1))
                .map(Lease::claim)
                .orElseThrow();
        var stored = desk.store.load(terms.account(), terms.id()).orElseThrow();
        var decision = new Decision(stage, Decision.Effects.NONE, Optional.empty(), Optional.empty());
        assertThat(desk.store.commit(claim, stored, decision, cause, at)).isEqualTo(Committed.OK);
    }
}
