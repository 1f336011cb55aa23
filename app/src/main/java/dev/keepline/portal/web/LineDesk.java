package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Management;
import dev.keepline.lines.Refreshes;
import dev.keepline.lines.TrackedLines;
import dev.keepline.portal.lines.Freshness;
import dev.keepline.portal.lines.LinePage;
import dev.keepline.portal.lines.LinePageTexts;
import dev.keepline.portal.words.Words;
import dev.keepline.reminders.ReminderChoices;
import dev.keepline.reminders.ReminderPlans;
import dev.keepline.renewal.Renewals;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the page of one line shows. */
@Component
class LineDesk {

    private static final int HISTORY = 50;

    private final Cards cards;
    private final Renewals renewals;
    private final Books books;
    private final InstantSource clock;

    LineDesk(Cards cards, Renewals renewals, Books books, InstantSource clock) {
        this.cards = cards;
        this.renewals = renewals;
        this.books = books;
        this.clock = clock;
    }

    /** What is written of lines. */
    @Component
    record Books(
            Lines lines, TrackedLines tracked, Refreshes refreshes, ReminderPlans plans, ReminderChoices choices) {}

    /** Empty when the account has no such line, or removed it. */
    Optional<Cards.Desk> find(AccountId account, LineId line) {
        return cards.current(account, line);
    }

    /** Whether the subscriber's word counts for its dates: it is tracked, or nobody can read its carrier's record. */
    boolean byWord(Line line) {
        return line.identity().management() == Management.TRACKED
                || !books.refreshes().possible(line);
    }

    /** @param again when the carrier may be asked again, for somebody who wanted to ask too soon */
    LinePage page(Cards.Desk desk, Words words, ZoneId reader, Optional<Instant> again) {
        var line = desk.line();
        var history = renewals.ofLine(line.account(), line.id(), HISTORY);
        var fresh = new Freshness(
                books.refreshes().possible(line), books.refreshes().last(line.account(), line.id()), again);
        var known = new LinePageTexts.Known(
                history,
                books.lines().stretches(line.account(), line.id()),
                books.tracked().elsewhere(line.account(), line.id()),
                books.tracked().notedProfile(line.account(), line.id()),
                fresh,
                new LinePageTexts.Reminded(
                        books.choices().wanted(line.account()),
                        books.plans().plan(line, clock.instant()),
                        books.choices().silent(line.account()).contains(line.id())));
        return new LinePageTexts(words, clock.instant(), reader).page(line, desk.card(), known);
    }
}
