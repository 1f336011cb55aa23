package dev.keepline.portal.lines;

import dev.keepline.kernel.Money;
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

    private static final Comparator<LineCard> WORST_FIRST = Comparator.comparing(LinesPage::rank)
            .thenComparing(card -> soonest(card).orElse(LocalDate.MAX));

    /** What the page says about these lines, in any order. */
    public static LinesPage of(List<LineCard> cards, List<Told> told, Words w, Instant now) {
        return of(
                cards,
                told.stream().map(one -> new Heard(one, Optional.empty())).toList(),
                Reminded.ALL,
                w,
                now);
    }

    /** The same with news that name what they are about. */
    public static LinesPage with(List<LineCard> cards, List<Heard> news, Reminded reminded, Words w, Instant now) {
        return of(cards, news, reminded, w, now);
    }

    private static LinesPage of(List<LineCard> cards, List<Heard> news, Reminded reminded, Words w, Instant now) {
        var sorted = cards.stream().sorted(WORST_FIRST).toList();
        var headline = new LinesHeadline(w, now, sorted, reminded);
        var texts = new LineTexts(w, now);
        return new LinesPage(
                headline.headline(),
                headline.intro(),
                sorted.stream().map(texts::of).toList(),
                LinesOutlook.of(sorted, w, now),
                news.stream().map(one -> news(one, w, now)).toList());
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

    /** Which reminders the account gets: whoever ended some must not feel safe without them. */
    public enum Reminded {
        ALL,
        SOME,
        NONE
    }

    /** What the person was told and has not seen yet. */
    public record News(Shown text, Shown when, String path) {}

    /**
     * A message and the renewal it is about.
     *
     * @param about its line's number and its price
     */
    public record Heard(Told told, Optional<Subject> about) {}

    /** @param onlyMoney whether money was credited and nothing renewed */
    public record Subject(Shown number, Money total, boolean onlyMoney) {}

    private static News news(Heard heard, Words w, Instant now) {
        var told = heard.told();
        var message = told.message();
        boolean money = heard.about().map(Subject::onlyMoney).orElse(false);
        var key = w.key("news." + message.kind(), money, "money");
        var page = message.kind().startsWith("support.") ? "/support/" : "/renewals/";
        var what = w.has(key) ? w.h(key) : w.h("news.other");
        var text = heard.about()
                .map(about -> w.h("news.about", "number", about.number(), "money", about.total(), "what", what))
                .orElse(what);
        return new News(text, w.ago(told.at(), now), page + message.reference());
    }

    /** Among lines that are well it does not matter who says so. */
    private static LineState rank(LineCard card) {
        return card.state() == LineState.OWN ? LineState.FINE : card.state();
    }

    /** What ends next; a number of which nobody knows how long it is kept may go at any moment. */
    private static Optional<LocalDate> soonest(LineCard card) {
        var clocks = card.dates().clocks();
        return switch (card.state()) {
            case DUE, OWN, FINE -> clocks.serviceEndsOn();
            case NEAR, OUT, UNKNOWN, GONE -> clocks.numberLostOn().or(clocks::serviceEndsOn);
        };
    }
}
