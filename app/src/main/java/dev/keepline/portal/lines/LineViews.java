package dev.keepline.portal.lines;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.Amount;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Days;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.LifeState;
import dev.keepline.catalog.LossEvent;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.OnDate;
import dev.keepline.catalog.SourceDate;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import dev.keepline.lines.LineClocks;
import dev.keepline.lines.Management;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.lines.LineCard.Road;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Sees a line of the books as the pages show it. Pure; nothing is guessed on the way. */
public final class LineViews {

    private static final double BYTES_PER_MB = 1_000_000;

    private final Catalogue catalogue;
    private final ClockRules rules;

    public LineViews(Catalogue catalogue, LapseRules lapse) {
        this.catalogue = catalogue;
        this.rules = new ClockRules(catalogue, lapse);
    }

    /** @param road how it can be renewed, which takes prices to know */
    public LineCard card(Line line, Road road, Instant now) {
        var known = rules.clocks(line, now);
        var rule = rules.rule(line);
        var clocks = new Clocks(
                known.clocks().serviceEndsOn().earliest(),
                certainty(known.source()),
                known.clocks().numberLostOn().earliest(),
                latest(known.clocks().numberLostOn()));
        return new LineCard(
                who(line),
                state(line, known.clocks().state()),
                new LineCard.Dates(
                        clocks,
                        service(known, line.dates().reading()),
                        line.identity().carrier().equals(TrackTexts.OTHER)
                                ? new Source.NoCarrier()
                                : number(known, rule),
                        Optional.empty(),
                        line.home().zone()),
                held(line),
                road);
    }

    private LineCard.Who who(Line line) {
        var identity = line.identity();
        var carrier = catalogue.carrier(new CarrierId(identity.carrier()));
        var name = carrier.map(c -> c.name()).orElse(identity.carrier());
        return new LineCard.Who(
                line.id(),
                identity.msisdn()
                        .map(Msisdn::national)
                        .or(() -> identity.iccid().map(Iccid::toString))
                        .orElse(identity.label()),
                identity.label(),
                new LineCard.Carrier(identity.carrier(), name, name),
                offering(line).map(Offering::name),
                identity.management() == Management.TRACKED);
    }

    private Optional<Offering> offering(Line line) {
        return line.offering().flatMap(id -> catalogue.offering(new OfferingId(id)));
    }

    private static LineState state(Line line, LifeState state) {
        boolean tracked = line.identity().management() == Management.TRACKED;
        return switch (state) {
            case FINE -> tracked ? LineState.OWN : LineState.FINE;
            case DUE -> LineState.DUE;
            case OUT -> LineState.OUT;
            case NEAR -> LineState.NEAR;
            case GONE -> LineState.GONE;
            case UNKNOWN -> LineState.UNKNOWN;
        };
    }

    private static Certainty certainty(LineClocks.Source source) {
        return switch (source) {
            case CARRIER -> Certainty.READ;
            case RULE, OPERATOR -> Certainty.RULE;
            case SUBSCRIBER -> Certainty.WORD;
            case NOBODY -> Certainty.NONE;
        };
    }

    /** @param newest what the carrier's record said last: whether it still names a date is for it to say, not for clocks */
    private static Source service(LineClocks known, Optional<Snapshot> newest) {
        var at = known.knownAt();
        if (at.isEmpty()) {
            return new Source.NoAnswer(Optional.empty());
        }
        return switch (known.source()) {
            case CARRIER ->
                new Source.ReadFromCarrier(
                        at.get(),
                        newest.filter(record -> record.expiresAt().isEmpty()).map(Snapshot::readAt));
            case RULE -> new Source.BoughtHere(at.get());
            case OPERATOR -> new Source.OperatorWord(at.get());
            case SUBSCRIBER -> new Source.OwnWord(at.get());
            case NOBODY -> new Source.NoAnswer(at);
        };
    }

    /** By which rule the line's number follows a date of service. */
    public Source rule(Line line) {
        return rules.rule(line).<Source>map(rule -> number(rule, false)).orElseGet(Source.NoRule::new);
    }

    private static Source number(LineClocks known, Optional<LapseRule> rule) {
        if (rule.isEmpty()) {
            return new Source.NoRule();
        }
        if (known.clocks().serviceEndsOn().earliest().isEmpty()) {
            return new Source.NeedsServiceDate();
        }
        return number(rule.get(), known.source() == LineClocks.Source.SUBSCRIBER);
    }

    /** @param word whether the date of service is the subscriber's own */
    private static Source number(LapseRule rule, boolean word) {
        var date = rule.provenance().date().map(SourceDate::iso);
        return switch (rule.ending().loss().days()) {
            case Days.Unknown() -> word ? new Source.OwnWordAndRule(date) : new Source.NoRule();
            case Days.Known(int days) ->
                word ? new Source.OwnWordAndRule(date) : new Source.PublishedRule(date, afterExpiry(rule, days));
            case Days.Range(int low, var high) -> {
                if (high.isEmpty()) {
                    yield word
                            ? new Source.OwnWordAndRule(date)
                            : new Source.PublishedRule(date, afterExpiry(rule, low));
                }
                yield word
                        ? new Source.OwnWordAndRange(low, high.getAsInt())
                        : new Source.SourcesDisagree(low, high.getAsInt());
            }
        };
    }

    /** Days counted from a hold are not days after expiry, so they are not said as such. */
    private static OptionalInt afterExpiry(LapseRule rule, int days) {
        return rule.ending().loss().from().contains(LossEvent.HOLD) ? OptionalInt.empty() : OptionalInt.of(days);
    }

    private static Optional<java.time.LocalDate> latest(OnDate lost) {
        return lost instanceof OnDate.Range range ? range.to() : Optional.empty();
    }

    private LineCard.Held held(Line line) {
        var reading = line.dates().reading();
        var usage = reading.map(snapshot -> usage(line, snapshot)).orElse(List.of());
        var balance = reading.filter(snapshot -> holds(snapshot, Allowance.CREDIT_CENTS))
                .map(snapshot -> Money.usd(snapshot.left(Allowance.CREDIT_CENTS)));
        return new LineCard.Held(
                balance, usage, reading.map(snapshot -> new Source.ReadFromCarrier(snapshot.readAt())));
    }

    private static boolean holds(Snapshot snapshot, Allowance allowance) {
        return snapshot.buckets().stream().anyMatch(bucket -> bucket.allowance() == allowance);
    }

    private List<Usage> usage(Line line, Snapshot snapshot) {
        var usage = new ArrayList<Usage>();
        for (var allowance : new Allowance[] {Allowance.DATA_BYTES, Allowance.VOICE_SECONDS, Allowance.MESSAGES}) {
            if (holds(snapshot, allowance)) {
                usage.add(usage(line, snapshot, allowance));
            }
        }
        return usage;
    }

    private Usage usage(Line line, Snapshot snapshot, Allowance allowance) {
        var kind = kind(allowance);
        if (buckets(snapshot, allowance).anyMatch(Bucket::unlimited)) {
            return new Usage.Unlimited(kind);
        }
        double left = snapshot.left(allowance) / unit(allowance);
        var total = offering(line)
                .flatMap(offering -> included(offering, allowance))
                .map(n -> n / unit(allowance));
        // Early renewals pile up: what is left is then of several packages, and a share of one says nothing.
        boolean one = buckets(snapshot, allowance).count() == 1;
        return total.filter(all -> one && all >= left)
                .<Usage>map(all -> new Usage.Metered(kind, all - left, all))
                .orElseGet(() -> new Usage.Left(kind, left));
    }

    private static Stream<Bucket> buckets(Snapshot snapshot, Allowance allowance) {
        return snapshot.buckets().stream().filter(bucket -> bucket.allowance() == allowance);
    }

    private static Optional<Long> included(Offering offering, Allowance allowance) {
        var amount = switch (allowance) {
            case DATA_BYTES -> offering.allowances().data().bytes();
            case VOICE_SECONDS -> offering.allowances().voiceMinutes();
            case MESSAGES -> offering.allowances().messages();
            case CREDIT_CENTS -> new Amount.Unstated();
        };
        return amount instanceof Amount.Limited limited
                ? Optional.of(allowance == Allowance.VOICE_SECONDS ? limited.units() * 60 : limited.units())
                : Optional.empty();
    }

    private static Usage.Kind kind(Allowance allowance) {
        return switch (allowance) {
            case DATA_BYTES, CREDIT_CENTS -> Usage.Kind.DATA;
            case VOICE_SECONDS -> Usage.Kind.VOICE;
            case MESSAGES -> Usage.Kind.SMS;
        };
    }

    private static double unit(Allowance allowance) {
        return switch (allowance) {
            case DATA_BYTES -> BYTES_PER_MB;
            case VOICE_SECONDS -> 60;
            case MESSAGES, CREDIT_CENTS -> 1;
        };
    }
}
