package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.frame.PortalProperties;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Begins to pay for a quote, and waits a moment for the payment page, so that most people never see it being opened. */
@Component
class Paying {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration TURN = Duration.ofMillis(250);

    private static final Set<Phase> UNPAID = EnumSet.of(Phase.OPENING, Phase.TO_PAY, Phase.CLOSING);

    private final Quotes quotes;
    private final Renewals renewals;
    private final PortalProperties portal;
    private final InstantSource clock;

    Paying(Quotes quotes, Renewals renewals, PortalProperties portal, InstantSource clock) {
        this.quotes = quotes;
        this.renewals = renewals;
        this.portal = portal;
        this.clock = clock;
    }

    Optional<Quote> quote(AccountId account, QuoteId quote) {
        return quotes.find(account, quote);
    }

    /** What became of this quote, once it was paid for or given up. */
    Optional<RenewalView> order(AccountId account, Quote quote) {
        return renewals.ofQuote(quote)
                .filter(view -> view.phase() != Phase.OPENING && view.phase() != Phase.TO_PAY)
                .flatMap(view -> renewals.find(account, view.id()))
                .map(view -> renewals.replaced(account, view) ? view.replaced() : view);
    }

    /** Another order of the same line for which money is held or being taken: this quote cannot be paid beside it. */
    Optional<RenewalId> instead(AccountId account, Quote quote) {
        return renewals.underWay(account).stream()
                .filter(one -> one.line().equals(quote.subject().line()) && !UNPAID.contains(one.phase()))
                .map(Renewals.UnderWay::id)
                .findFirst();
    }

    /** Where the gateway's own pages are. */
    URI gatewayPages() {
        return portal.gatewayPages();
    }

    Instant now() {
        return clock.instant();
    }

    StartResult start(AccountId account, QuoteId quote, Consent consent) {
        var started = patiently(account, quote, consent);
        return started instanceof StartResult.Underway underway ? opened(account, underway) : started;
    }

    /** A payment page of another quote is closed first, which takes its turn when somebody just works on it. */
    private StartResult patiently(AccountId account, QuoteId quote, Consent consent) {
        var started = renewals.start(account, quote, consent);
        for (var waited = Duration.ZERO;
                started instanceof StartResult.Other other && unpaid(account, other) && waited.compareTo(PATIENCE) < 0;
                waited = waited.plus(TURN)) {
            Pause.of(TURN);
            started = renewals.start(account, quote, consent);
        }
        return started;
    }

    private boolean unpaid(AccountId account, StartResult.Other other) {
        return renewals.find(account, other.renewal())
                .filter(view -> view.phase() == Phase.OPENING || view.phase() == Phase.TO_PAY)
                .isPresent();
    }

    /** The page, when it opens in time; else where the renewal stands, which leads there too. */
    private StartResult opened(AccountId account, StartResult.Underway underway) {
        long begun = System.nanoTime();
        try (var moves = renewals.watch(underway.renewal())) {
            while (System.nanoTime() - begun < PATIENCE.toNanos()) {
                var view = renewals.find(account, underway.renewal());
                if (view.isEmpty() || view.get().phase() != Phase.OPENING) {
                    return view.flatMap(v -> v.standing().pay())
                            .<StartResult>map(pay -> new StartResult.Pay(underway.renewal(), pay.url()))
                            .orElse(underway);
                }
                moves.await(STEP);
            }
        }
        return underway;
    }
}
