package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.portal.renewals.Tracked;
import dev.keepline.portal.renewals.TrackerPage;
import dev.keepline.portal.renewals.TrackerTexts;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Dossiers;
import dev.keepline.renewal.Moves;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Gathers what a page about a renewal needs. */
@Component
class Tracking {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(60);

    private final Renewals renewals;
    private final Quotes quotes;
    private final Cards cards;
    private final Abouts abouts;
    private final Dossiers dossiers;
    private final InstantSource clock;

    Tracking(Sold sold, Cards cards, Abouts abouts, InstantSource clock) {
        this.renewals = sold.renewals();
        this.quotes = sold.quotes();
        this.dossiers = sold.dossiers();
        this.cards = cards;
        this.abouts = abouts;
        this.clock = clock;
    }

    /** What was sold, and what became of it. */
    @Component
    record Sold(Renewals renewals, Quotes quotes, Dossiers dossiers) {}

    /** A renewal with everything it is about. */
    record Desk(Tracked tracked, QuoteTexts.About about) {}

    Optional<Desk> find(CurrentAccount account, RenewalId id) {
        return renewals.find(account.id(), id).map(view -> {
            var quote = quotes.find(account.id(), view.bought().quote()).orElseThrow();
            var line = cards.find(account.id(), view.bought().line()).orElseThrow();
            var told = renewals.replaced(account.id(), view) ? view.replaced() : view;
            var about = abouts.about(line, quote);
            var order = dossiers.order(account.id(), id);
            var offering = Optional.of(about.offering().name());
            return new Desk(new Tracked(told, quote, line.card(), offering, order), about);
        });
    }

    /** Its version, to see whether there is anything new; empty when it is not there. */
    OptionalLong version(CurrentAccount account, RenewalId id) {
        return renewals.version(account.id(), id);
    }

    Moves.Watch watch(RenewalId id) {
        return renewals.watch(id);
    }

    TrackerPage page(Desk desk, TrackerTexts.Came came, CurrentAccount account, Words words) {
        return new TrackerTexts(words, clock.instant(), account.zone()).page(desk.tracked(), came);
    }

    /** Goes on with it now, where it waits for something. */
    void askAgain(CurrentAccount account, Desk desk) {
        var view = desk.tracked().renewal();
        if (!view.phase().over()) {
            renewals.checkAgain(account.id(), view.id());
        }
    }

    /** Waits a moment for what asking brings, so that most people never see the step between. */
    Desk awaitNews(CurrentAccount account, Desk before) {
        var view = before.tracked().renewal();
        if (view.phase() != Phase.TO_PAY && view.phase() != Phase.OPENING) {
            return before;
        }
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(STEP)) {
            if (!version(account, view.id()).equals(OptionalLong.of(view.version()))) {
                break;
            }
            Pause.of(STEP);
        }
        return find(account, view.id()).orElse(before);
    }

    /** Ends an order that nobody has paid for. */
    void cancel(CurrentAccount account, RenewalId id) {
        renewals.cancel(account.id(), id);
    }

    Instant now() {
        return clock.instant();
    }
}
