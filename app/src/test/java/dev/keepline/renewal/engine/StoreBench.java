package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.jobs.Claim;
import dev.keepline.jobs.WakeRef;
import dev.keepline.ledger.JournalEntry;
import dev.keepline.ledger.Movements;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.Effects;
import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.Decision.Notice;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.RenewalStore.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the contract of the stores needs to see and do. */
public abstract class StoreBench {

    /**
     * What was written about one renewal.
     *
     * @param journal of the whole account, in the order booked
     * @param held the customer's hold account: credits less debits, in minor units
     * @param lineHas whether the line's books count the stretch as the line's
     */
    public record Seen(
            List<JournalEntry> journal, long held, Set<Notice> notices, Set<CaseKind> openCases, boolean lineHas) {}

    protected abstract RenewalStore store();

    /** Makes what a renewal with these terms refers to: account, line, quote. */
    protected abstract void prepare(Terms terms);

    /** Leases the job, for at least a minute, when it is due and nobody has it. */
    protected abstract Optional<Claim> claim(WakeRef job);

    /** Makes the job due now, as a webhook does. */
    protected abstract void wake(WakeRef job);

    /** Ends the present lease as if its time had passed. */
    protected abstract void endLease(WakeRef job);

    /** The time by which the store tells what is due. */
    protected abstract Instant now();

    protected abstract Seen seen(Terms terms);

    /** The plan that the line of these terms is on. */
    protected abstract Optional<String> plan(Terms terms);

    final Terms begun() {
        var terms = Sample.terms();
        prepare(terms);
        assertThat(store().begin(terms, opening(terms))).isEqualTo(Committed.OK);
        return terms;
    }

    static Decision opening(Terms terms) {
        return RenewalRules.begin(terms, Sample.T0.plus(Duration.ofMinutes(31)));
    }

    static Decision decision(Stage stage) {
        return new Decision(stage, Effects.NONE, Optional.empty(), Optional.empty());
    }

    static Decision everything(Terms terms) {
        return decision(new Stage.Voiding(Sample.hold(), EndReason.CARRIER_REFUSED, 1, 0))
                .book(Movements.authorise("stripe", Sample.PAYMENT, Sample.TOTAL))
                .book(Movements.carrierOrder("dtone", "v-" + terms.id(), Sample.WHOLESALE))
                .tell(Notice.WAITING)
                .tell(Notice.IN_REVIEW)
                .open(CaseKind.CARRIER_SILENT, "since ten")
                .open(CaseKind.HOLD_ENDING, "at eleven")
                .line(new LineEffect.Append(Sample.evidence(terms)));
    }

    final void commit(Terms terms, Decision decision) {
        var claim = claim(terms.job()).orElseThrow();
        assertThat(store().commit(claim, load(terms), decision, Cause.WOKEN, now()))
                .isEqualTo(Committed.OK);
    }

    final void refuses(Terms terms, Decision decision) {
        wake(terms.job());
        var claim = claim(terms.job()).orElseThrow();
        assertThatThrownBy(() -> store().commit(claim, load(terms), decision, Cause.WOKEN, now()))
                .isInstanceOf(RuntimeException.class);
    }

    final Stored load(Terms terms) {
        return store().load(terms.account(), terms.id()).orElseThrow();
    }

    final Optional<Stored> current(Terms terms) {
        var subject = terms.subject();
        return store().current(subject.account(), subject.line(), subject.segment());
    }
}
