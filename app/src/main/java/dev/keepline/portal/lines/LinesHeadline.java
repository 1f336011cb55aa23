package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
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

    /** @param cards worst first */
    LinesHeadline(Words words, Instant now, List<LineCard> cards) {
        this.w = words;
        this.now = now;
        this.cards = cards;
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
            case OWN, FINE -> w.h("home.fine");
            case GONE -> w.h("home.gone", "n", n);
        };
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
        return parts.isEmpty() ? Optional.empty() : Optional.of(w.join(parts));
    }

    private Optional<Shown> deadline(LineCard card) {
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
