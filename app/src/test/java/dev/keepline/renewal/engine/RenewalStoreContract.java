package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.LineId;
import dev.keepline.ledger.Movements;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.Decision.Notice;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every store of renewals does: extend this with a store of your own. Each test has a renewal, a line and an account of
 * its own.
 */
public abstract class RenewalStoreContract extends StoreLifeContract {

    // --- commit

    @Test
    void every_stage_is_found_as_it_was_committed() {
        var terms = begun();
        var claim = claim(terms.job()).orElseThrow();
        for (var stage : Sample.stages(terms)) {
            var asked = decision(stage).call(new Call.ReadPayment("stripe", Sample.PAYMENT));

            var before = load(terms);
            assertThat(store().commit(claim, before, asked, Cause.WOKEN, now())).isEqualTo(Committed.OK);

            assertThat(load(terms).renewal().stage()).isEqualTo(stage);
            assertThat(load(terms)).isEqualTo(before.after(asked));
        }
    }

    @Test
    void a_commit_on_an_older_version_is_stale_and_writes_nothing() {
        var terms = begun();
        var old = load(terms);
        var claim = claim(terms.job()).orElseThrow();
        var first = decision(old.renewal().stage()).call(new Call.ReadPayment("stripe", "pi_1"));
        assertThat(store().commit(claim, old, first, Cause.WOKEN, now())).isEqualTo(Committed.OK);
        var before = seen(terms);

        assertThat(store().commit(claim, old, everything(terms), Cause.WOKEN, now()))
                .isEqualTo(Committed.STALE);

        assertThat(seen(terms)).isEqualTo(before);
        assertThat(load(terms).renewal().stage()).isEqualTo(old.renewal().stage());
    }

    @Test
    void fault_25_a_worker_whose_job_went_to_another_is_fenced_and_writes_nothing() {
        var terms = begun();
        var paused = claim(terms.job()).orElseThrow();
        endLease(terms.job());
        var other = claim(terms.job()).orElseThrow();
        var before = seen(terms);

        assertThat(store().commit(paused, load(terms), everything(terms), Cause.WOKEN, now()))
                .isEqualTo(Committed.FENCED);

        assertThat(seen(terms)).isEqualTo(before);
        assertThat(store().commit(other, load(terms), everything(terms), Cause.WOKEN, now()))
                .isEqualTo(Committed.OK);
    }

    @Test
    void a_claim_lasts_while_the_worker_calls_outside_and_ends_with_the_commit_after_the_last_call() {
        var terms = begun();
        var claim = claim(terms.job()).orElseThrow();
        var calling = decision(Sample.stages(terms).getFirst())
                .call(new Call.ReadPayment("stripe", "pi_1"))
                .wakeAt(now().minusSeconds(5));
        var last = decision(Sample.stages(terms).getFirst()).wakeAt(now().minusSeconds(5));

        assertThat(store().commit(claim, load(terms), calling, Cause.WOKEN, now()))
                .isEqualTo(Committed.OK);
        assertThat(claim(terms.job())).isEmpty();
        assertThat(store().commit(claim, load(terms), last, Cause.WOKEN, now())).isEqualTo(Committed.OK);
        assertThat(claim(terms.job())).isPresent();
        assertThat(store().commit(claim, load(terms), last, Cause.WOKEN, now())).isEqualTo(Committed.FENCED);
    }

    @Test
    void fault_16_a_worker_that_died_between_commit_and_call_leaves_a_job_that_comes_back() {
        var terms = begun();
        var claim = claim(terms.job()).orElseThrow();
        var calling = decision(Sample.stages(terms).getFirst())
                .call(new Call.ReadPayment("stripe", "pi_1"))
                .wakeAt(now().minusSeconds(5));
        assertThat(store().commit(claim, load(terms), calling, Cause.WOKEN, now()))
                .isEqualTo(Committed.OK);

        endLease(terms.job());

        assertThat(claim(terms.job())).isPresent();
    }

    // --- when it is due

    @Test
    void a_job_is_due_when_the_decision_says_and_rests_when_it_says_nothing() {
        var terms = begun();
        var stage = load(terms).renewal().stage();

        commit(terms, decision(stage).wakeAt(now().plus(Duration.ofHours(1))));
        assertThat(claim(terms.job())).isEmpty();

        wake(terms.job());
        commit(terms, decision(stage).wakeAt(now().minusSeconds(5)));
        commit(terms, decision(stage));
        assertThat(claim(terms.job())).isEmpty();

        wake(terms.job());
        assertThat(claim(terms.job())).isPresent();
    }

    @Test
    void a_wake_up_that_comes_while_a_worker_is_at_it_is_not_lost() {
        var terms = begun();
        var claim = claim(terms.job()).orElseThrow();
        var stage = load(terms).renewal().stage();
        wake(terms.job());
        var calling = decision(stage).call(new Call.ReadPayment("stripe", "pi_1"));

        assertThat(store().commit(claim, load(terms), calling, Cause.WOKEN, now()))
                .isEqualTo(Committed.OK);
        assertThat(store().commit(claim, load(terms), decision(stage), Cause.WOKEN, now()))
                .isEqualTo(Committed.OK);
        commit(terms, decision(stage));
        assertThat(claim(terms.job())).isEmpty();
    }

    // --- what is written beside the stage

    @Test
    void everything_a_decision_says_is_there_after_its_commit() {
        var terms = begun();

        commit(terms, everything(terms));

        assertThat(seen(terms))
                .isEqualTo(new Seen(
                        everything(terms).effects().entries(),
                        Sample.TOTAL.minor(),
                        Set.of(Notice.WAITING, Notice.IN_REVIEW),
                        Set.of(CaseKind.CARRIER_SILENT, CaseKind.HOLD_ENDING),
                        true));
    }

    @Test
    void a_fact_is_booked_once_told_once_and_one_case_is_opened_for_it() {
        var terms = begun();
        commit(terms, everything(terms).wakeAt(now().minusSeconds(5)));
        var once = seen(terms);

        commit(terms, everything(terms));

        assertThat(seen(terms)).isEqualTo(once);
    }

    @Test
    void another_fact_under_a_booked_name_is_a_mistake_and_nothing_of_its_commit_stays() {
        var terms = begun();
        commit(terms, everything(terms).wakeAt(now().minusSeconds(5)));
        var once = seen(terms);
        var other = Movements.authorise("stripe", Sample.PAYMENT, Sample.TOTAL.times(2));

        refuses(
                terms,
                decision(new Stage.NotCharged(EndReason.NOT_PAID, now()))
                        .book(other)
                        .tell(Notice.OWED));

        assertThat(seen(terms)).isEqualTo(once);
    }

    @Test
    void fault_23_a_customers_hold_never_falls_below_zero() {
        var terms = begun();
        var before = seen(terms);
        var tooMuch = Movements.release("stripe", Sample.PAYMENT, Sample.TOTAL);

        refuses(
                terms,
                decision(new Stage.NotCharged(EndReason.NOT_PAID, now()))
                        .book(tooMuch)
                        .tell(Notice.OWED));

        assertThat(seen(terms)).isEqualTo(before);
        assertThat(load(terms).renewal().stage()).isInstanceOf(Stage.Opening.class);
    }

    @Test
    void a_stretch_taken_back_is_no_longer_the_lines() {
        var terms = begun();
        commit(terms, everything(terms).wakeAt(now().minusSeconds(5)));
        assertThat(seen(terms).lineHas()).isTrue();

        commit(
                terms,
                decision(new Stage.Refunding(Sample.PAYMENT, now(), 1, 0))
                        .line(new LineEffect.Revoke(Sample.evidence(terms))));

        assertThat(seen(terms).lineHas()).isFalse();
    }

    @Test
    void fault_01_a_command_may_be_sent_again_under_its_name_but_never_by_another_renewal() {
        var terms = begun();
        var command = new Call.Release(
                "stripe", new Renewal(terms, Sample.stages(terms).getFirst()).request("v", 1), "pi_1");
        var stage = load(terms).renewal().stage();
        var claim = claim(terms.job()).orElseThrow();
        for (int again = 0; again < 2; again++) {
            assertThat(store().commit(claim, load(terms), decision(stage).call(command), Cause.WOKEN, now()))
                    .isEqualTo(Committed.OK);
        }

        var other = Sample.terms(terms.account(), new LineId(UUID.randomUUID()), 1);
        prepare(other);
        assertThat(store().begin(other, opening(other))).isEqualTo(Committed.OK);

        refuses(other, decision(stage).call(command).tell(Notice.OWED));
        assertThat(seen(other).notices()).isEmpty();
    }
}
