package dev.keepline.observe;

import dev.keepline.jobs.DueJobs;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.LedgerPass;
import dev.keepline.renewal.RenewalFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Names what is sampled for whoever scrapes. Money is in the smallest unit of its currency. */
final class SampledMetrics {

    private final Gauges gauges;
    private final Samples samples;

    SampledMetrics(Gauges gauges, Samples samples) {
        this.gauges = gauges;
        this.samples = samples;
        samples.all().forEach(this::age);
        renewals();
        queues();
        books();
    }

    private void age(Sample<?> sample) {
        var tags = Tags.of("sample", sample.name());
        gauges.time(
                "keepline.sample.age",
                "Since this was last counted: what it says is so old",
                tags,
                () -> Optional.of(sample.age()));
        FunctionCounter.builder("keepline.sample.failures", sample, Sample::failures)
                .description("Times that this could not be counted")
                .tags(tags)
                .register(gauges.registry());
    }

    private void renewals() {
        gauges.time(
                "keepline.renewals.unknown.oldest",
                "Age of the oldest order of which we do not know what became; 0 when there is none",
                Tags.empty(),
                Gauges.of(samples.renewals(), f -> f.oldestUnknown().orElse(Duration.ZERO)));
        gauges.count(
                "keepline.holds.near.end",
                "Holds that end within 24 hours, with the renewal still under way",
                Tags.empty(),
                Gauges.of(samples.renewals(), RenewalFigures.Figures::holdsNearEnd));
        gauges.time(
                "keepline.holds.next.end",
                "Until the next hold ends; NaN when nothing is held",
                Tags.empty(),
                () -> samples.renewals().latest().flatMap(RenewalFigures.Figures::nextHoldEnds));
    }

    private void queues() {
        gauges.count(
                "keepline.jobs.set.aside",
                "Jobs that failed too often and wait for a person",
                Tags.empty(),
                Gauges.of(samples.work(), Samples.Work::setAside));
        gauges.count(
                "keepline.letters.waiting",
                "E-mail that has not left",
                Tags.empty(),
                Gauges.of(samples.letters(), w -> w.letters()));
        gauges.time(
                "keepline.letters.oldest",
                "Age of the letter that waits longest",
                Tags.empty(),
                Gauges.of(samples.letters(), w -> w.oldest()));
        gauges.count(
                "keepline.webhooks.waiting",
                "Events of gateways whose job has not looked since",
                Tags.empty(),
                Gauges.of(samples.webhooks(), w -> w.events()));
        gauges.time(
                "keepline.webhooks.oldest",
                "Age of the event that waits longest",
                Tags.empty(),
                Gauges.of(samples.webhooks(), w -> w.oldest()));
    }

    private void books() {
        gauges.count(
                "keepline.ledger.differences",
                "What the last walk over the ledger found that cannot be",
                Tags.empty(),
                Gauges.of(samples.books(), LedgerPass::differences));
        gauges.count(
                "keepline.ledger.accounts",
                "Accounts in the last walk over the ledger",
                Tags.empty(),
                Gauges.of(samples.books(), LedgerPass::accounts));
        imbalance(Money.USD);
        samples.floats().forEach((connector, sample) -> {
            gauges.count(
                    "keepline.float",
                    "Our balance at a connector, in the smallest unit of its currency",
                    Tags.of("connector", connector, "by", "connector"),
                    Gauges.of(sample, Money::minor));
            gauges.count(
                    "keepline.float",
                    "Our balance at a connector, in the smallest unit of its currency",
                    Tags.of("connector", connector, "by", "books"),
                    () -> sample.latest().flatMap(said -> booked(connector, said.currency())));
        });
    }

    private Optional<Long> booked(String connector, Currency currency) {
        return samples.books()
                .latest()
                .flatMap(pass -> Optional.ofNullable(
                        pass.floats().getOrDefault(connector, Map.of()).get(currency)))
                .map(Money::minor);
    }

    private void imbalance(Currency currency) {
        gauges.count(
                "keepline.ledger.imbalance",
                "Sum of debits less sum of credits, by kept balances: 0 when the books are right",
                Tags.of("currency", currency.getCurrencyCode()),
                Gauges.of(
                        samples.books(),
                        pass -> Optional.ofNullable(pass.imbalance().get(currency))
                                .map(Money::minor)
                                .orElse(0L)));
    }

    /** Series whose labels are known only once something was counted. A label that is gone counts zero from then on. */
    void renew() {
        samples.renewals().latest().ifPresent(figures -> figures.counts().forEach(this::stage));
        samples.work().latest().ifPresent(work -> work.backlogs().forEach(this::backlog));
        samples.books().latest().ifPresent(pass -> pass.imbalance().keySet().forEach(this::imbalance));
    }

    private void stage(RenewalFigures.Count seen) {
        gauges.count(
                "keepline.renewals",
                "Renewals under way, by the stage they stand in",
                Tags.of("stage", seen.stage(), "carrier", seen.carrier()),
                Gauges.of(
                        samples.renewals(),
                        figures -> figures.counts().stream()
                                .filter(each -> each.stage().equals(seen.stage())
                                        && each.carrier().equals(seen.carrier()))
                                .mapToLong(RenewalFigures.Count::renewals)
                                .sum()));
    }

    private void backlog(DueJobs.Backlog seen) {
        var tags = Tags.of("kind", seen.kind());
        gauges.count(
                "keepline.jobs.unclaimed",
                "Jobs that are due and taken up by nobody",
                tags,
                () -> samples.work()
                        .latest()
                        .flatMap(work -> of(work, seen.kind()))
                        .map(DueJobs.Backlog::unclaimed));
        gauges.time(
                "keepline.jobs.oldest",
                "How long the longest due of them has been due",
                tags,
                () -> samples.work()
                        .latest()
                        .flatMap(work -> of(work, seen.kind()))
                        .map(DueJobs.Backlog::oldest));
    }

    private static Optional<DueJobs.Backlog> of(Samples.Work work, String kind) {
        return work.backlogs().stream().filter(each -> each.kind().equals(kind)).findFirst();
    }
}
