package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import org.junit.jupiter.api.Test;

/** The part of the contract about what a line is on: what is bought, and what is taken back. */
abstract class StoreLineContract extends StoreBench {

    @Test
    void a_line_is_on_the_plan_it_was_renewed_with_and_on_the_one_before_when_that_is_taken_back() {
        var monthly = bought(Sample.plan("monthly"));
        assertThat(plan(monthly)).contains("monthly");
        var yearly = bought(next(monthly, "yearly"));
        assertThat(plan(monthly)).contains("yearly");

        revoke(yearly);
        assertThat(plan(monthly)).contains("monthly");
        revoke(yearly);
        assertThat(plan(monthly)).as("once").contains("monthly");
        revoke(monthly);
        assertThat(plan(monthly)).isEmpty();
    }

    @Test
    void a_plan_that_is_taken_back_under_a_later_one_changes_nothing_and_never_comes_again() {
        var monthly = bought(Sample.plan("monthly"));
        var yearly = bought(next(monthly, "yearly"));

        revoke(monthly);
        assertThat(plan(monthly)).contains("yearly");
        revoke(yearly);
        assertThat(plan(monthly)).isEmpty();
    }

    @Test
    void credit_changes_no_plan_when_it_comes_and_when_it_goes() {
        var monthly = bought(Sample.plan("monthly"));
        var credit = bought(Sample.named(
                Sample.credit(Sample.terms(monthly.account(), monthly.subject().line(), 2)), "credit"));
        assertThat(plan(monthly)).contains("monthly");

        revoke(credit);
        assertThat(plan(monthly)).contains("monthly");
    }

    private static Terms next(Terms before, String offering) {
        var subject = before.subject();
        return Sample.named(Sample.terms(subject.account(), subject.line(), subject.segment() + 1), offering);
    }

    private Terms bought(Terms terms) {
        prepare(terms);
        assertThat(store().begin(terms, opening(terms))).isEqualTo(Committed.OK);
        var evidence = Sample.evidence(terms);
        commit(
                terms,
                decision(new Stage.Renewed(Sample.PAYMENT, evidence, now(), 0))
                        .line(new LineEffect.Append(evidence))
                        .wakeAt(now().minusSeconds(5)));
        return terms;
    }

    private void revoke(Terms terms) {
        var stage = load(terms).renewal().stage();
        commit(
                terms,
                decision(stage)
                        .line(new LineEffect.Revoke(Sample.evidence(terms)))
                        .wakeAt(now().minusSeconds(5)));
    }
}
