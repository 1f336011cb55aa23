package dev.keepline.renewal.engine;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.CaseOpening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What tests of single decisions share: a renewal, its clock, and short ways to ask the rules. */
abstract class Deciding {

    static final Signal WOKEN = new Signal.Woken();
    static final Signal ORDER_UNKNOWN = new Signal.OrderSaid(new Outcome.Unknown<>("timeout"));
    static final Signal ORDER_NOT_DONE = new Signal.OrderSaid(new Outcome.NotDone<>("busy"));
    static final Signal REFUSED = new Signal.PaymentSaid(new Outcome.Refused<>("no"));
    static final Signal UNKNOWN = new Signal.PaymentRead(new Outcome.Unknown<>("timeout"));

    final RenewalRules rules = new RenewalRules();
    final Terms terms = Sample.terms();

    final Decision decide(Stage stage, Signal signal, Instant now) {
        return rules.decide(new Renewal(terms, stage), signal, now);
    }

    final Call call(Stage stage, Instant now) {
        return decide(stage, WOKEN, now).call().orElseThrow();
    }

    static Stage.Asking asking(int asks) {
        return new Stage.Asking(Sample.hold(), before(), new Stage.Sent(1, Sample.T0, Sample.T0), asks, false);
    }

    static Optional<Snapshot> before() {
        return Optional.of(Sample.before());
    }

    final OrderRecord completed() {
        return Sample.order(terms, OrderRecord.State.COMPLETED);
    }

    static Instant minutes(long minutes) {
        return Sample.T0.plus(Duration.ofMinutes(minutes));
    }

    static List<CaseKind> cases(Decision decision) {
        return decision.effects().cases().stream().map(CaseOpening::kind).toList();
    }

    static Optional<EndReason> reason(Decision decision) {
        return decision.next() instanceof Stage.Voiding voiding ? Optional.of(voiding.reason()) : Optional.empty();
    }
}
