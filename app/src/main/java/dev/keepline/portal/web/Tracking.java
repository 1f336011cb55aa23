package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.portal.renewals.Tracked;
import dev.keepline.portal.renewals.TrackerPage;
import dev.keepline.portal.renewals.TrackerTexts;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Moves;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Gathers what a page about a renewal needs. */
@Component
class Tracking {

    private final Renewals renewals;
    private final Quotes quotes;
    private final Cards cards;
    private final Abouts abouts;
    private final InstantSource clock;

    Tracking(Renewals renewals, Quotes quotes, Cards cards, Abouts abouts, InstantSource clock) {
        this.renewals = renewals;
        this.quotes = quotes;
        this.cards = cards;
        this.abouts = abouts;
        this.clock = clock;
    }

    /** A renewal with everything it is about. */
    record Desk(Tracked tracked, QuoteTexts.About about) {}

    Optional<Desk> find(CurrentAccount account, RenewalId id) {
        return renewals.find(account.id(), id).map(view -> {
            var quote = quotes.find(account.id(), view.bought().quote()).orElseThrow();
            var line = cards.find(account.id(), view.bought().line()).orElseThrow();
            return new Desk(new Tracked(view, quote, line.card()), abouts.about(line, quote));
        });
    }

    /** Its version, to see whether there is anything new; empty when it is not there. */
    OptionalLong version(CurrentAccount account, RenewalId id) {
        return renewals.version(account.id(), id);
    }

    Moves.Watch watch(RenewalId id) {
        return renewals.watch(id);
    }

    TrackerPage page(Desk desk, CurrentAccount account, Words words) {
        return new TrackerTexts(words, clock.instant(), account.zone()).page(desk.tracked());
    }

    /** Goes on with it now, where it waits for something. */
    void askAgain(CurrentAccount account, Desk desk) {
        var view = desk.tracked().renewal();
        if (!view.phase().over()) {
            renewals.checkAgain(account.id(), view.id());
        }
    }

    Instant now() {
        return clock.instant();
    }
}
