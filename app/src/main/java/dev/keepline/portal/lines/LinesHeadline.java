package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
                named(
                        n == 1 ? "home.near.one" : "home.near",
                        n,
                        worst,
                        worst.dates().clocks().numberLostOn());
            case OUT -> out(n, worst);
            case DUE ->
                named(
                        n == 1 ? "home.due.one" : "home.due",
                        n,
                        worst,
                        worst.dates().clocks().serviceEndsOn());
            case UNKNOWN -> w.h("home.unknown", "n", n);
            case OWN, FINE -> calm();
            case GONE -> w.h("home.gone", "n", n);
        };
    }

    /** How many, which is the first, and how long it has. */
    private Shown named(String key, long n, LineCard first, Optional<LocalDate> without) {
        long days = days(first, without);
        var when = days <= 1 ? w.h("home.when.today") : w.h("home.when", "n", days);
        return w.h(key, "n", n, "number", number(first), "when", when);
    }

    private Shown out(long n, LineCard first) {
        boolean known = cards.stream()
                .filter(card -> card.state() == LineState.OUT)
                .allMatch(card -> card.dates().clocks().numberLostOn().isPresent());
        var one = known ? "home.out.one" : "home.out.unsure.one";
        var several = known ? "home.out" : "home.out.unsure";
        return w.h(n == 1 ? one : several, "n", n, "number", number(first));
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
            var first = soon.getFirst();
            return named(
                    soon.size() == 1 ? "home.soon.one" : "home.soon",
                    soon.size(),
                    first,
                    first.dates().clocks().serviceEndsOn());
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
        more().ifPresent(parts::add);
        unreminded().ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(w.join(parts));
    }

    /** What the headline leaves out, in one sentence. */
    private Optional<Shown> more() {
        var worst = cards.getFirst().state();
        var counts = new ArrayList<Shown>();
        for (var state : WORTH_SAYING) {
            if (count(state) > 0 && state != worst) {
                counts.add(w.h("home.more." + state.css(), "n", count(state)));
            }
        }
        boolean calm = List.of(LineState.OWN, LineState.FINE).contains(worst);
        if (unfinished() > 0 && (!calm || reviewed() > 0)) {
            counts.add(w.h("home.more.unfinished", "n", unfinished()));
        }
        long gone = count(LineState.GONE);
        if (gone > 0 && worst != LineState.GONE && !(calm && unfinished() == 0 && soon().isEmpty())) {
            counts.add(w.h("home.more.gone", "n", gone));
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(w.h("home.more", "what", w.list(counts)));
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

    /** Lines that are called fine and on which service ends as far as the forecast looks, the soonest first. */
    private List<LineCard> soon() {
        return cards.stream()
                .filter(card -> card.state() == LineState.OWN || card.state() == LineState.FINE)
                .filter(card -> soonDays(card) > 0 && soonDays(card) <= LinesOutlook.DAYS)
                .sorted(Comparator.comparingLong(this::soonDays))
                .toList();
    }

    private long soonDays(LineCard card) {
        return days(card, card.dates().clocks().serviceEndsOn());
    }

    /** What to do about the first, by when and where. */
    private Optional<Shown> deadline(LineCard card) {
        if (card.underway().filter(LineCard.UnderWay::renews).isPresent()) {
            return Optional.empty();
        }
        var today = card.today(now);
        var last = switch (card.state()) {
            case NEAR, OUT ->
                Optional.of(card.dates()
                        .clocks()
                        .numberLostOn()
                        .map(day -> day.minusDays(1))
                        .orElse(today));
            case DUE -> card.dates().clocks().serviceEndsOn().map(day -> day.minusDays(1));
            case UNKNOWN, OWN, FINE, GONE -> Optional.<LocalDate>empty();
        };
        return last.map(day -> renew(card, day, !day.isAfter(today)));
    }

    private Shown renew(LineCard card, LocalDate last, boolean today) {
        var here = today ? "home.renew.today" : "home.renew";
        var elsewhere = today ? "home.renew.own.today" : "home.renew.own";
        return w.h(
                card.holderRenews() ? elsewhere : here,
                "number",
                number(card),
                "carrier",
                new LineTexts(w, now).shortName(card),
                "weekday",
                w.weekday(last),
                "day",
                w.day(last));
    }

    private static Shown number(LineCard card) {
        return Shown.unbroken(card.who().number());
    }

    private long days(LineCard card, Optional<LocalDate> day) {
        return day.map(date -> ChronoUnit.DAYS.between(card.today(now), date)).orElse(0L);
    }

    private long count(LineState state) {
        return cards.stream().filter(card -> card.state() == state).count();
    }
}
