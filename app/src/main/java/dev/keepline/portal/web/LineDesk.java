package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Refreshes;
import dev.keepline.portal.lines.Freshness;
import dev.keepline.portal.lines.LinePage;
import dev.keepline.portal.lines.LinePageTexts;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Renewals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the page of one line shows. */
@Component
class LineDesk {

    private static final int HISTORY = 50;

    private final Cards cards;
    private final Renewals renewals;
    private final Lines lines;
    private final Refreshes refreshes;
    private final InstantSource clock;

    LineDesk(Cards cards, Renewals renewals, Lines lines, Refreshes refreshes, InstantSource clock) {
        this.cards = cards;
        this.renewals = renewals;
        this.lines = lines;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    /** Empty when the account has no such line. */
    Optional<Cards.Desk> find(AccountId account, LineId line) {
        return cards.find(account, line);
    }

    /** @param again when the carrier may be asked again, for somebody who wanted to ask too soon */
    LinePage page(Cards.Desk desk, Words words, Optional<Instant> again) {
        var line = desk.line();
        var history = renewals.recent(line.account(), HISTORY).stream()
                .filter(renewal -> renewal.bought().line().equals(line.id()))
                .toList();
        var fresh = new Freshness(refreshes.possible(line), refreshes.last(line.account(), line.id()), again);
        var known = new LinePageTexts.Known(history, lines.stretches(line.account(), line.id()), fresh);
        return new LinePageTexts(words, clock.instant()).page(line, desk.card(), known);
    }
}
