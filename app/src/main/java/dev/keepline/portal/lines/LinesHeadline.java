package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer first: what matters most among all lines, in one sentence, and what else there is. */
final class LinesHeadline {

    private static final List<LineState> WORTH_SAYING =
            List.of(LineState.NEAR, LineState.OUT, LineState.DUE, LineState.UNKNOWN);

    private final Words w;
    private final Instant now;
    private final List<LineCard> cards;
    private final LinesPage.Reminded reminders;

    /** @param cards worst first */
    LinesHeadline(Words words, Instant now, List<LineCard> cards, LinesPage.Reminded reminders) {
        this.w = words;
        this.now = now;
        this.cards = cards;
        this.reminders = reminders;
    }

    Shown headline() {
        if (cards.isEmpty()) {
            return w.h("home.none");
        }
        var worst = cards.getFirst();
        long n = count(worst.state());
        return switch (worst.state()) {
            case NEAR ->
                w.h(
                        "home.near",
                        "n",
                        n,
                        "days",
                        days(worst, worst.dates().clocks().numberLostOn()));
            case OUT -> w.h("home.out", "n", n);
            case DUE ->
                w.h(
                        "home.due",
                        "n",
                        n,
                        "days",
                        days(worst, worst.dates().clocks().serviceEndsOn()));
            case UNKNOWN -> w.h("home.unknown", "n", n);
            case OWN, FINE -> calm();
            case GONE -> w.h("home.gone", "n", n);
        };
    }

    /** Nothing is urgent: then what is not settled yet, and only then that all is well. */
    private Shown calm() {
        if (reviewed() > 0) {
            return w.h("home.reviewed", "n", reviewed());
        }
        if (unfinished() > 0) {
            return w.h("home.unfinished", "n", unfinished());
        }
        var soon = soon();
        if (!soon.isEmpty()) {
            return w.h("home.soon", "n", soon.size(), "days", soon.getFirst());
        }
        long gone = count(LineState.GONE);
        return gone > 0 ? w.h("home.fine.gone", "n", gone) : w.h("home.fine");
    }

    Optional<Shown> intro() {
        if (cards.isEmpty()) {
            return Optional.of(w.h("home.none.intro"));
        }
        var parts = new ArrayList<Shown>();
        deadline(cards.getFirst()).ifPresent(parts::add);
        for (var state : WORTH_SAYING) {
            if (count(state) > 0 && state != cards.getFirst().state()) {
                parts.add(w.h("home.more." + state.css(), "n", count(state)));
            }
        }
        boolean calm =
                List.of(LineState.OWN, LineState.FINE).contains(cards.getFirst().state());
        if (unfinished() > 0 && (!calm || reviewed() > 0)) {
            parts.add(w.h("home.more.unfinished", "n", unfinished()));
        }
        long gone = count(LineState.GONE);
        if (gone > 0
                && cards.getFirst().state() != LineState.GONE
                && !(calm && unfinished() == 0 && soon().isEmpty())) {
            parts.add(w.h("home.more.gone", "n", gone));
        }
        unreminded().ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(w.join(parts));
    }

    private Optional<Shown> unreminded() {
        return switch (reminders) {
            case ALL -> Optional.empty();
            case SOME -> Optional.of(w.h("home.unreminded.some").linked("/reminders"));
            case NONE -> Optional.of(w.h("home.unreminded").linked("/reminders"));
        };
    }

    private long reviewed() {
        return cards.stream()
                .flatMap(card -> card.underway().stream())
                .filter(renewal -> renewal.phase() == Phase.IN_REVIEW)
                .count();
    }

    private long unfinished() {
        return cards.stream()
                .flatMap(card -> card.underway().stream())
                .filter(renewal -> !renewal.unpaid())
                .count();
    }

    /** In how many days service ends on lines that are called fine, the soonest first, as far as the forecast looks. */
    private List<Long> soon() {
        return cards.stream()
                .filter(card -> card.state() == LineState.OWN || card.state() == LineState.FINE)
                .map(card -> days(card, card.dates().clocks().serviceEndsOn()))
                .filter(days -> days > 0 && days <= LinesOutlook.DAYS)
                .sorted()
                .toList();
    }

    private Optional<Shown> deadline(LineCard card) {
        if (card.underway().filter(LineCard.UnderWay::renews).isPresent()) {
            return Optional.empty();
        }
        var day = switch (card.state()) {
            case NEAR, OUT -> card.dates().clocks().numberLostOn();
            case DUE -> card.dates().clocks().serviceEndsOn();
            case UNKNOWN, OWN, FINE, GONE -> Optional.<LocalDate>empty();
        };
        return day.map(date -> date.minusDays(1))
                .map(last -> w.h(
                        "home.renew",
                        "number",
                        Shown.unbroken(card.who().number()),
                        "weekday",
                        w.weekday(last),
                        "day",
                        w.day(last)));
    }

    private long days(LineCard card, Optional<LocalDate> day) {
        return day.map(date -> ChronoUnit.DAYS.between(card.today(now), date)).orElse(0L);
    }

    private long count(LineState state) {
        return cards.stream().filter(card -> card.state() == state).count();
    }
}
