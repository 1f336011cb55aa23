package dev.keepline.catalog;

import dev.keepline.catalog.LapseRule.Ending;
import dev.keepline.kernel.Money;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long lines and their numbers live: the published rules of carriers, and the reckoning by them. Pure.
 *
 * <p>All dates are local to the line ({@link LapseRule#zone}). N days bought on D end service on D + N. Where sources
 * give a range, the low end counts and the range is kept. What no source says stays unknown.
 */
public final class LapseRules {

    /** A line in service is due when no more than this many days of it are left. */
    public static final int DUE_WITHIN_DAYS = 7;

    /** A number is nearly lost when no more than this many days are left to keep it. */
    public static final int NEAR_WITHIN_DAYS = 14;

    private final List<LapseRule> rules;
    private final List<PublishedFact> facts;

    /** @throws IllegalArgumentException when two rules are about the same lines */
    public LapseRules(Collection<LapseRule> rules, Collection<PublishedFact> facts) {
        this.rules = List.copyOf(rules);
        this.facts = List.copyOf(facts);
        if (rules.stream().map(LapseRule::scope).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("two rules are about the same lines");
        }
    }

    public List<LapseRule> all() {
        return rules;
    }

    /** What else is published; nothing is reckoned from it. */
    public List<PublishedFact> facts() {
        return facts;
    }

    /** The rule for the carrier's lines of which nothing more is known. */
    public Optional<LapseRule> rule(CarrierId carrier, Basis basis) {
        return rule(new LapseRule.Scope(carrier, basis, ""));
    }

    public Optional<LapseRule> rule(LapseRule.Scope scope) {
        return rules.stream().filter(r -> r.scope().equals(scope)).findFirst();
    }

    /** How long the amount keeps a balance valid; empty where the carrier publishes nothing for it. */
    public static Optional<Period> validityFor(LapseRule rule, Money amount) {
        return rule.validity() instanceof ValidityRule.ByAmount(var tiers)
                ? tiers.stream()
                        .filter(t -> t.holds(amount))
                        .map(t -> Period.ofDays(t.days()))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * The clocks of a line whose service ends on that date, by the rule.
     *
     * @param boughtOn the local date of the last purchase, where known: some carriers count from it
     */
    public static Clocks clocks(LapseRule rule, OnDate serviceEndsOn, Optional<LocalDate> boughtOn, LocalDate asOf) {
        var lost = numberLostOn(rule, serviceEndsOn, boughtOn);
        return new Clocks(asOf, state(serviceEndsOn, lost, asOf), serviceEndsOn, lost, Optional.of(rule));
    }

    /** The clocks of a line whose carrier publishes no rule. */
    public static Clocks clocksWithoutRule(OnDate serviceEndsOn, LocalDate asOf) {
        var lost = new OnDate.Unknown();
        return new Clocks(asOf, state(serviceEndsOn, lost, asOf), serviceEndsOn, lost, Optional.empty());
    }

    /**
     * What one more term does to a line that now stands so, when it is bought on that day. Appending never shortens;
     * where early renewal is unknown, the new end is a range from a restart to an appended term.
     */
    public static Extension afterRenewal(LapseRule rule, Standing current, Period term, LocalDate today) {
        return ExtensionRules.extend(rule.reckoning().earlyRenewal(), current, term, today);
    }

    /**
     * What crediting the amount does to a line that lives on its balance. Where the carrier publishes no validity for
     * the amount the end does not move: it will when a record shows it.
     */
    public static Extension afterTopUp(LapseRule rule, Standing current, Money amount, LocalDate today) {
        return validityFor(rule, amount)
                .map(validity -> afterRenewal(rule, current, validity, today))
                .orElseGet(() -> new Extension(current, new Days.Known(0)));
    }

    private static OnDate numberLostOn(LapseRule rule, OnDate serviceEndsOn, Optional<LocalDate> boughtOn) {
        var event = countedFrom(rule.ending(), serviceEndsOn, boughtOn);
        return switch (rule.ending().loss().days()) {
            case Days.Unknown() -> new OnDate.Unknown();
            case Days.Known(int days) -> shifted(event, serviceEndsOn, days, OptionalInt.of(days));
            case Days.Range(int low, var high) -> shifted(event, serviceEndsOn, low, high);
        };
    }

    /** The earliest of the rule's events: nothing ends before it is bought, and no hold comes before the plan's end. */
    private static OnDate countedFrom(Ending ending, OnDate serviceEndsOn, Optional<LocalDate> boughtOn) {
        var events = ending.loss().from();
        if (events.contains(LossEvent.PURCHASE)) {
            return boughtOn.<OnDate>map(
                            on -> new OnDate.Range(on, serviceEndsOn.latest().filter(on::isBefore)))
                    .orElseGet(OnDate.Unknown::new);
        }
        if (events.contains(LossEvent.PLAN_END) || events.contains(LossEvent.BALANCE_EXPIRY)) {
            return serviceEndsOn;
        }
        return ending.atExpiry() instanceof AtExpiry.HoldAfter(int days)
                ? shifted(serviceEndsOn, serviceEndsOn, days, OptionalInt.of(days))
                : serviceEndsOn;
    }

    /** A number is never lost while its line is still in service, whatever the days say. */
    private static OnDate shifted(OnDate event, OnDate serviceEndsOn, int low, OptionalInt high) {
        if (event.earliest().isEmpty()) {
            return new OnDate.Unknown();
        }
        var counted = event.earliest().get().plusDays(low);
        var served = serviceEndsOn.earliest().orElse(counted);
        var latest =
                high.isEmpty() ? Optional.<LocalDate>empty() : event.latest().map(d -> d.plusDays(high.getAsInt()));
        return OnDate.from(counted.isBefore(served) ? served : counted, latest);
    }

    private static LifeState state(OnDate serviceEndsOn, OnDate numberLostOn, LocalDate asOf) {
        if (reached(numberLostOn, asOf)) {
            return LifeState.GONE;
        }
        if (reached(numberLostOn, asOf.plusDays(NEAR_WITHIN_DAYS))) {
            return LifeState.NEAR;
        }
        if (serviceEndsOn.earliest().isEmpty()) {
            return LifeState.UNKNOWN;
        }
        if (reached(serviceEndsOn, asOf)) {
            return LifeState.OUT;
        }
        return reached(serviceEndsOn, asOf.plusDays(DUE_WITHIN_DAYS)) ? LifeState.DUE : LifeState.FINE;
    }

    private static boolean reached(OnDate date, LocalDate by) {
        return date.earliest().map(d -> !d.isAfter(by)).orElse(false);
    }
}
