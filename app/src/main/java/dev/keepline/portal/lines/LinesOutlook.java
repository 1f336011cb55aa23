package dev.keepline.portal.lines;

import dev.keepline.kernel.Money;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What falls due in the next 30 days, and what renewing with the plan a line is on would cost, else with the cheapest. */
final class LinesOutlook {

    static final int DAYS = 30;

    private LinesOutlook() {}

    static LinesPage.Outlook of(List<LineCard> cards, Words w, Instant now) {
        var due = new ArrayList<LinesPage.Due>();
        Optional<Money> sum = Optional.empty();
        int open = 0;
        for (var card : cards) {
            var deadline =
                    deadline(card).filter(day -> day.isBefore(card.today(now).plusDays(DAYS)));
            if (deadline.isPresent()) {
                var number = Shown.unbroken(card.who().number());
                if (card.underway().filter(LineCard.UnderWay::renews).isPresent()) {
                    due.add(new LinesPage.Due(
                            number, w.h("due.own", "day", w.day(deadline.get())), w.h("due.underway")));
                    continue;
                }
                switch (card.road()) {
                    // Credit moves no date of theirs.
                    case LineCard.Road.Renewable road
                    when !road.creditOnly() -> {
                        var forecast = road.forecast();
                        var what = w.h(
                                forecast.current() ? "due.what.current" : "due.what.cheapest",
                                "what",
                                new LineTexts(w, now).name(forecast.offering()));
                        due.add(new LinesPage.Due(
                                number,
                                w.h("due.renew", "day", w.day(deadline.get()), "what", what),
                                forecast.total()
                                        .map(w::money)
                                        .orElseGet(() -> w.h(forecast.chosen() ? "due.chosen" : "due.untaxed"))));
                        if (forecast.total().isPresent()) {
                            var from = forecast.total().get();
                            sum = Optional.of(sum.map(from::plus).orElse(from));
                        } else {
                            open++;
                        }
                    }
                    case LineCard.Road _ ->
                        due.add(new LinesPage.Due(
                                number, w.h("due.own", "day", w.day(deadline.get())), w.h("due.elsewhere")));
                }
            }
        }
        return new LinesPage.Outlook(List.copyOf(due), total(sum, open, w));
    }

    /** @param open of how many the amount is not known */
    private static Optional<Shown> total(Optional<Money> sum, int open, Words w) {
        if (open == 0) {
            return sum.map(w::money);
        }
        return Optional.of(sum.map(money -> w.h("due.all.more", "money", money, "n", open))
                .orElseGet(() -> w.h("due.all.open", "n", open)));
    }

    /** The last safe day: of the number when service has stopped, else of service. */
    private static Optional<LocalDate> deadline(LineCard card) {
        return switch (card.state()) {
            case NEAR, OUT -> card.dates().clocks().numberLostOn().map(day -> day.minusDays(1));
            case DUE, FINE, OWN -> card.dates().clocks().serviceEndsOn().map(day -> day.minusDays(1));
            case UNKNOWN, GONE -> Optional.empty();
        };
    }
}
