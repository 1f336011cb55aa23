package dev.keepline.portal.lines;

import dev.keepline.notifications.Told;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All lines of an account. */
public record LinesPage(Shown headline, Optional<Shown> intro, List<LineText> lines, Outlook outlook, List<News> news) {

    private static final Comparator<LineCard> WORST_FIRST = Comparator.comparing(LineCard::state)
            .thenComparing(card -> soonest(card).orElse(LocalDate.MAX));

    /** What the page says about these lines, in any order. */
    public static LinesPage of(List<LineCard> cards, List<Told> told, Words w, Instant now) {
        var sorted = cards.stream().sorted(WORST_FIRST).toList();
        var headline = new LinesHeadline(w, now, sorted);
        var texts = new LineTexts(w, now);
        return new LinesPage(
                headline.headline(),
                headline.intro(),
                sorted.stream().map(texts::of).toList(),
                LinesOutlook.of(sorted, w, now),
                told.stream().map(message -> news(message, w, now)).toList());
    }

    /**
     * What is due soon and what it will cost.
     *
     * @param all the sum, where anything is counted
     */
    public record Outlook(List<Due> due, Optional<Shown> all) {}

    /**
     * @param until which day and what for
     * @param amount the price, or who takes it instead
     */
    public record Due(Shown number, Shown until, Shown amount) {}

    /** What the person was told and has not seen yet. */
    public record News(Shown text, Shown when, String path) {}

    private static News news(Told told, Words w, Instant now) {
        var message = told.message();
        var key = "news." + message.kind();
        var page = message.kind().startsWith("support.") ? "/support/" : "/renewals/";
        return new News(w.has(key) ? w.h(key) : w.h("news.other"), w.ago(told.at(), now), page + message.reference());
    }

    private static Optional<LocalDate> soonest(LineCard card) {
        var clocks = card.dates().clocks();
        return card.state() == LineState.DUE ? clocks.serviceEndsOn() : clocks.numberLostOn();
    }
}
