package dev.keepline.catalog.cli;

import dev.keepline.catalog.Basis;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OnDate;
import dev.keepline.catalog.Standing;
import dev.keepline.catalog.Tariff;
import dev.keepline.catalog.ValidityRule;
import dev.keepline.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers {@link ClocksQuestion}s from the catalogue and the lapse rules. */
public record ClocksDesk(Catalogue catalogue, LapseRules rules) {

    /** What was bought, as far as it can be told. */
    private record Bought(Basis basis, OnDate serviceEndsOn, String because) {}

    /** @throws BadArguments when carrier, plan or variant are not known, or more must be said */
    public ClocksAnswer answer(ClocksQuestion question, Instant now) {
        requireCarrier(question);
        requireVariant(question);
        var bought = bought(question);
        var rule = rule(question, bought.basis());
        var asOf = question.asOf().orElseGet(() -> notBefore(question.on(), today(rule, now)));
        var clocks = rule.map(r -> LapseRules.clocks(r, bought.serviceEndsOn(), Optional.of(question.on()), asOf))
                .orElseGet(() -> LapseRules.clocksWithoutRule(bought.serviceEndsOn(), asOf));
        return new ClocksAnswer(question.carrier(), clocks, bought.because());
    }

    private static LocalDate today(Optional<LapseRule> rule, Instant now) {
        return rule.map(r -> r.dateAt(now))
                .orElseGet(() -> now.atZone(LapseRule.EARLIEST_MAINLAND).toLocalDate());
    }

    /** Of a payment still to come, the day it is made. */
    private static LocalDate notBefore(LocalDate on, LocalDate today) {
        return today.isBefore(on) ? on : today;
    }

    private void requireCarrier(ClocksQuestion question) {
        var known = Stream.concat(
                        catalogue.carriers().stream().map(each -> each.id()),
                        rules.all().stream().map(each -> each.scope().carrier()))
                .distinct()
                .sorted()
                .toList();
        if (!known.contains(question.carrier())) {
            throw new BadArguments("unknown carrier '" + question.carrier() + "'; known are " + known);
        }
    }

    private void requireVariant(ClocksQuestion question) {
        var known = rules.all().stream()
                .map(LapseRule::scope)
                .filter(scope -> scope.carrier().equals(question.carrier()))
                .map(LapseRule.Scope::variant)
                .distinct()
                .toList();
        if (!question.variant().isEmpty() && !known.contains(question.variant())) {
            throw new BadArguments("unknown variant '" + question.variant() + "'; known are "
                    + known.stream().filter(each -> !each.isEmpty()).toList());
        }
    }

    private Bought bought(ClocksQuestion question) {
        if (question.plan().isPresent()) {
            return ofPlan(question, question.plan().get());
        }
        if (question.amount().isPresent()) {
            return ofAmount(question, question.amount().get());
        }
        return onlyTerm(question, Basis.PLAN)
                .map(term -> ofTerm(Basis.PLAN, term, question.on()))
                .or(() -> unpublished(question, Basis.PLAN))
                .orElseThrow(() -> sayMore(question));
    }

    private Bought ofPlan(ClocksQuestion question, String plan) {
        var offering = catalogue.offerings(question.carrier()).stream()
                .filter(each -> each.id().value().equals(plan))
                .findFirst();
        if (offering.isPresent()) {
            return ofOffering(question, offering.get());
        }
        return soldTerm(question, plan)
                .map(term -> ofTerm(Basis.PLAN, term, question.on()))
                .orElseThrow(() -> new BadArguments(
                        "unknown plan '" + plan + "' of " + question.carrier() + nearest(question, plan)));
    }

    private String nearest(ClocksQuestion question, String plan) {
        var near = catalogue.near(question.carrier(), plan);
        return near.isEmpty()
                ? "; none of its plans is in the catalogue, so give a term, as P30D"
                : near.stream().map(Object::toString).collect(Collectors.joining(", ", "; did you mean ", "?"));
    }

    private Bought ofOffering(ClocksQuestion question, Offering offering) {
        return switch (offering.contents().tariff()) {
            case Tariff.Fixed fixed -> ofFixed(question, offering, fixed);
            case Tariff.ByAmount byAmount ->
                ofBalance(
                        question,
                        question.amount()
                                .or(byAmount::usual)
                                .orElseThrow(() -> new BadArguments(
                                        offering.id() + " lasts as long as its amount: give --amount")));
        };
    }

    private static Bought ofFixed(ClocksQuestion question, Offering offering, Tariff.Fixed fixed) {
        var paid = question.amount().orElse(fixed.price());
        if (paid.compareTo(fixed.price()) < 0) {
            return new Bought(
                    Basis.PLAN,
                    new OnDate.Unknown(),
                    paid + " does not pay for " + offering.id() + " at " + fixed.price()
                            + ", so it does not renew by it");
        }
        return new Bought(
                Basis.PLAN,
                Standing.bought(fixed.term(), question.on()).serviceEndsOn(),
                offering.id() + ", " + fixed.term() + " from " + question.on());
    }

    /** An amount is a balance where the carrier has such a rule, else the plan that costs exactly so much. */
    private Bought ofAmount(ClocksQuestion question, Money amount) {
        var rule = rule(question, Basis.BALANCE);
        if (rule.isPresent() && rule.get().validity() instanceof ValidityRule.ByAmount) {
            return ofBalance(question, amount);
        }
        var priced = catalogue.offerings(question.carrier()).stream()
                .filter(each -> each.price().equals(Optional.of(amount)))
                .toList();
        if (priced.size() == 1) {
            return ofOffering(question, priced.getFirst());
        }
        return onlyTerm(question, Basis.BALANCE)
                .map(term -> ofTerm(Basis.BALANCE, term, question.on()))
                .or(() -> onlyTerm(question, Basis.PLAN).map(term -> ofTerm(Basis.PLAN, term, question.on())))
                .or(() -> unpublished(question, Basis.PLAN))
                .orElseThrow(() -> sayMore(question));
    }

    private Bought ofBalance(ClocksQuestion question, Money amount) {
        var validity = rule(question, Basis.BALANCE).flatMap(rule -> LapseRules.validityFor(rule, amount));
        return validity.map(term -> new Bought(
                        Basis.BALANCE,
                        Standing.bought(term, question.on()).serviceEndsOn(),
                        amount + " of balance, " + term + " from " + question.on()))
                .orElseGet(() -> new Bought(
                        Basis.BALANCE,
                        new OnDate.Unknown(),
                        "how long " + amount + " of balance lasts is not published"));
    }

    private static Bought ofTerm(Basis basis, Period term, LocalDate on) {
        return new Bought(basis, Standing.bought(term, on).serviceEndsOn(), term + " from " + on);
    }

    private Optional<Bought> unpublished(ClocksQuestion question, Basis basis) {
        return rule(question, basis)
                .filter(rule -> rule.validity() instanceof ValidityRule.Unpublished)
                .map(rule -> new Bought(basis, new OnDate.Unknown(), "how long its plans last is not published"));
    }

    private Optional<Period> onlyTerm(ClocksQuestion question, Basis basis) {
        return rule(question, basis)
                .flatMap(rule -> rule.validity() instanceof ValidityRule.ByTerm(var sold) && sold.size() == 1
                        ? Optional.of(sold.getFirst())
                        : Optional.empty());
    }

    /** A term in place of a plan, where the carrier sells it or says that each plan has its own. */
    private Optional<Period> soldTerm(ClocksQuestion question, String text) {
        return rule(question, Basis.PLAN)
                .map(LapseRule::validity)
                .flatMap(validity -> validity instanceof ValidityRule.ByTerm(var sold)
                        ? period(text).filter(term -> sold.isEmpty() || sold.contains(term))
                        : Optional.empty());
    }

    private static Optional<Period> period(String text) {
        try {
            return Optional.of(Period.parse(text)).filter(term -> !term.isZero() && !term.isNegative());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Optional<LapseRule> rule(ClocksQuestion question, Basis basis) {
        var rule = rules.rule(new LapseRule.Scope(question.carrier(), basis, question.variant()));
        return rule.isPresent() ? rule : rules.rule(question.carrier(), basis);
    }

    private BadArguments sayMore(ClocksQuestion question) {
        var plans = catalogue.offerings(question.carrier()).stream()
                .map(each -> each.id().value())
                .collect(Collectors.joining(", "));
        return new BadArguments("it is not clear what was bought: give --amount, or --plan with "
                + (plans.isEmpty() ? "a term, as P30D" : "one of " + plans));
    }
}
