package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Outcome;
import dev.keepline.renewal.engine.Decision.Notice;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.RenewalStore.Passage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The half of the contract about beginning, segments and looking back. */
abstract class StoreLifeContract extends StoreLineContract {

    @Test
    void what_was_begun_is_found_unchanged_and_is_due_at_once() {
        for (var terms : List.of(Sample.terms(), Sample.credit())) {
            prepare(terms);
            var first = opening(terms);

            assertThat(store().begin(terms, first)).isEqualTo(Committed.OK);

            assertThat(load(terms).renewal()).isEqualTo(new Renewal(terms, first.next()));
            assertThat(claim(terms.job())).isPresent();
        }
    }

    @Test
    void fault_21_a_second_renewal_of_a_running_segment_is_refused_and_leaves_no_trace() {
        var terms = begun();
        var second = Sample.terms(terms.account(), terms.subject().line(), 1);
        prepare(second);

        assertThat(store().begin(second, opening(second).tell(Notice.WAITING))).isEqualTo(Committed.DUPLICATE);

        assertThat(store().load(second.account(), second.id())).isEmpty();
        assertThat(claim(second.job())).isEmpty();
        assertThat(current(terms)).contains(load(terms));
    }

    @Test
    void another_line_or_account_is_another_matter() {
        var terms = begun();
        for (var other : List.of(Sample.terms(terms.account(), new LineId(UUID.randomUUID()), 1), Sample.terms())) {
            prepare(other);
            assertThat(store().begin(other, opening(other))).isEqualTo(Committed.OK);
        }
    }

    @Test
    void fault_21_a_line_has_one_renewal_under_way_and_the_next_stretch_waits_until_it_has_delivered_or_ended() {
        for (var stage : Sample.stages(Sample.terms())) {
            var terms = begun();
            commit(terms, decision(stage));
            var next = Sample.terms(terms.account(), terms.subject().line(), 2);
            prepare(next);

            assertThat(store().begin(next, opening(next)))
                    .as("%s", stage)
                    .isEqualTo(stage.underWay() ? Committed.DUPLICATE : Committed.OK);
            assertThat(current(next)).as("%s", stage).contains(load(stage.underWay() ? terms : next));
        }
    }

    @Test
    void another_accounts_renewal_is_not_there() {
        var terms = begun();
        var stranger = new AccountId(UUID.randomUUID());

        assertThat(store().load(stranger, terms.id())).isEmpty();
        assertThat(store().current(stranger, terms.subject().line(), 1)).isEmpty();
    }

    @Test
    void a_segment_is_taken_in_every_stage_but_those_that_delivered_nothing_and_kept_nothing() {
        for (var stage : Sample.stages(Sample.terms())) {
            var terms = begun();
            commit(terms, decision(stage));
            var next = Sample.terms(terms.account(), terms.subject().line(), 1);
            prepare(next);
            boolean free = !stage.occupies();

            assertThat(current(terms).isPresent()).as("%s", stage).isEqualTo(!free);
            assertThat(store().begin(next, opening(next)))
                    .as("%s", stage)
                    .isEqualTo(free ? Committed.OK : Committed.DUPLICATE);
        }
    }

    @Test
    void the_history_names_the_begin_and_every_change_to_another_stage_but_no_mere_asking() {
        var terms = begun();
        var at = now().minusSeconds(60);
        var claim = claim(terms.job()).orElseThrow();
        var asks = new Call.ReadPayment("stripe", Sample.PAYMENT);
        var said = Cause.of(new Signal.SessionSaid(new Outcome.Unknown<>("nothing")));
        var awaiting = new Stage.AwaitingPayment(1, Sample.session(), 0);
        for (var stage : List.of(
                awaiting,
                new Stage.AwaitingPayment(1, Sample.session(), 1),
                Sample.stages(terms).get(5))) {
            assertThat(store().commit(claim, load(terms), decision(stage).call(asks), said, at))
                    .isEqualTo(Committed.OK);
        }

        assertThat(store().history(terms.account(), terms.id()))
                .containsExactly(
                        new Passage("Opening", "Begun", terms.createdAt()),
                        new Passage("AwaitingPayment", "SessionSaid", at),
                        new Passage("Ordering", "SessionSaid", at));
    }

    @Test
    void what_is_not_over_is_found_however_much_was_begun_since() {
        for (var stage : Sample.stages(Sample.terms())) {
            var terms = begun();
            commit(terms, decision(stage));
            var other = Sample.terms(terms.account(), new LineId(UUID.randomUUID()), 1);
            prepare(other);
            store().begin(other, opening(other));
            commit(other, decision(new Stage.NotCharged(EndReason.NOT_PAID, now())));

            assertThat(store().unfinished(terms.account()))
                    .as("%s", stage)
                    .isEqualTo(stage.unfinished() ? List.of(load(terms)) : List.of());
            assertThat(store().ofLine(terms.account(), terms.subject().line(), 1))
                    .containsExactly(load(terms));
            assertThat(store().ofLine(terms.account(), other.subject().line(), 5))
                    .containsExactly(load(other));
        }
    }

    @Test
    void the_newest_renewals_of_an_account_come_first() {
        var old = begun();
        commit(old, decision(new Stage.NotCharged(EndReason.NOT_PAID, now())));
        var terms = Sample.terms(old.account(), old.subject().line(), 1);
        var newer = new Terms(
                terms.id(),
                terms.subject(),
                terms.goods(),
                terms.payment(),
                old.createdAt().plusSeconds(1));
        prepare(newer);
        assertThat(store().begin(newer, opening(newer))).isEqualTo(Committed.OK);

        assertThat(store().recent(old.account(), 2)).containsExactly(load(newer), load(old));
        assertThat(store().recent(old.account(), 1)).containsExactly(load(newer));
    }
}
