package dev.keepline.renewal;

import dev.keepline.jobs.Jobs;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.engine.RenewalRules;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.RenewalStore.Stored;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Renewals of an account: begin one, look at one, ask again. Another account's renewal is not there. */
public final class Renewals {

    /** Stripe's shortest payment page lives 30 minutes; the rest is for the way there. */
    private static final Duration PAGE_LIVES = Duration.ofMinutes(32);

    /** The next order is begun right after the one before it is given up; a person takes longer to choose again. */
    private static final Duration SAME_PRESS = Duration.ofSeconds(5);

    /** So many of a line's newest are looked through for one that is newly begun or over. */
    private static final int LOOKED_THROUGH = 30;

    private final RenewalStore store;
    private final Quotes quotes;
    private final TermsMaker terms;
    private final Abandoning abandoning;
    private final Jobs jobs;
    private final Moves moves;
    private final InstantSource clock;

    Renewals(RenewalStore store, Quotes quotes, Lines lines, Ports ports, InstantSource clock) {
        this.store = store;
        this.quotes = quotes;
        this.terms = new TermsMaker(lines, ports.counterparts(), ports.links(), quotes);
        this.abandoning = ports.abandoning();
        this.jobs = ports.jobs();
        this.moves = ports.moves();
        this.clock = clock;
    }

    /** What begins and wakes renewals beside the store. */
    record Ports(
            dev.keepline.renewal.outside.Counterparts counterparts,
            dev.keepline.settings.KeeplineProperties links,
            Abandoning abandoning,
            Jobs jobs,
            Moves moves) {}

    /**
     * Pays for a quote: opens a payment page, or finds the one that is open. However often it is asked, from however many
     * devices, one stretch of a line is paid once.
     */
    public StartResult start(AccountId account, QuoteId id, Consent consent) {
        var quote = quotes.find(account, id);
        if (quote.isEmpty()) {
            return new StartResult.NoQuote();
        }
        return current(quote.get())
                .map(stored -> continued(stored, quote.get(), consent))
                .orElseGet(() -> begin(quote.get(), consent));
    }

    private Optional<Stored> current(Quote quote) {
        var subject = quote.subject();
        return store.current(subject.account(), subject.line(), subject.segment());
    }

    private StartResult continued(Stored stored, Quote quote, Consent consent) {
        boolean unpaid = stored.renewal().stage() instanceof Stage.AwaitingPayment
                || stored.renewal().stage() instanceof Stage.Opening;
        if (sameQuote(stored, quote)) {
            return whereItStands(stored);
        }
        if (!stored.renewal().stage().unfinished() || quote.expired(clock.instant())) {
            return new StartResult.Expired(); // what was quoted has been bought by another, or the price is too old
        }
        if (!unpaid) {
            return new StartResult.Other(stored.renewal().id());
        }
        return abandoning.abandon(stored)
                ? begin(quote, consent)
                : new StartResult.Other(stored.renewal().id());
    }

    private StartResult begin(Quote quote, Consent consent) {
        var now = clock.instant();
        if (quote.expired(now)) {
            return new StartResult.Expired();
        }
        if (!quote.promise().termsVersion().equals(consent.termsVersion())
                || (quote.promise().spendsPaidDays() && !consent.spendPaidDays())) {
            return new StartResult.TermsChanged();
        }
        return terms.of(quote, consent.locale(), now)
                .map(agreed -> begin(quote, agreed, now))
                .orElseGet(StartResult.NoQuote::new);
    }

    private StartResult begin(Quote quote, Terms agreed, Instant now) {
        var committed = store.begin(agreed, RenewalRules.begin(agreed, now.plus(PAGE_LIVES)));
        if (committed == Committed.DUPLICATE) {
            return current(quote).map(stored -> standing(stored, quote)).orElseGet(StartResult.Expired::new);
        }
        return new StartResult.Underway(agreed.id());
    }

    private static boolean sameQuote(Stored stored, Quote quote) {
        return stored.renewal().terms().subject().quote().equals(quote.id());
    }

    /** A press leads to the page of its own quote, never to that of another. */
    private StartResult standing(Stored stored, Quote quote) {
        return sameQuote(stored, quote)
                ? whereItStands(stored)
                : new StartResult.Other(stored.renewal().id());
    }

    private StartResult whereItStands(Stored stored) {
        return stored.renewal().stage() instanceof Stage.AwaitingPayment awaiting
                ? new StartResult.Pay(stored.renewal().id(), awaiting.session().url())
                : new StartResult.Underway(stored.renewal().id());
    }

    /**
     * Ends an order that nobody has paid for. One that turns out to be paid goes on.
     *
     * @return false when there is no such order of this account, or it goes on
     */
    public boolean cancel(AccountId account, RenewalId renewal) {
        return store.load(account, renewal)
                .filter(stored -> stored.renewal().stage() instanceof Stage.AwaitingPayment
                        || stored.renewal().stage() instanceof Stage.Opening)
                .map(abandoning::abandon)
                .orElse(false);
    }

    /** One renewal of the account. */
    public Optional<RenewalView> find(AccountId account, RenewalId renewal) {
        return store.load(account, renewal).map(stored -> Views.of(stored, store.history(account, renewal)));
    }

    /** How often it moved; empty when the account has none of that id. Cheaper than {@link #find}. */
    public OptionalLong version(AccountId account, RenewalId renewal) {
        return store.load(account, renewal).stream().mapToLong(Stored::version).findFirst();
    }

    /** Begins to wait for its moves. */
    public Moves.Watch watch(RenewalId renewal) {
        return moves.watch(renewal);
    }

    /** The account's newest renewals, newest first. */
    public List<RenewalView> recent(AccountId account, int limit) {
        return views(account, store.recent(account, limit));
    }

    /** The newest renewals of one line, newest first. */
    public List<RenewalView> ofLine(AccountId account, LineId line, int limit) {
        return views(account, store.ofLine(account, line, limit));
    }

    private List<RenewalView> views(AccountId account, List<Stored> found) {
        var histories = store.histories(
                account, found.stream().map(stored -> stored.renewal().id()).toList());
        return found.stream()
                .map(stored ->
                        Views.of(stored, histories.getOrDefault(stored.renewal().id(), List.of())))
                .toList();
    }

    /** The newest renewal that was begun with this quote, among the newest of its line. */
    public Optional<RenewalView> ofQuote(Quote quote) {
        var subject = quote.subject();
        return store.ofLine(subject.account(), subject.line(), LOOKED_THROUGH).stream()
                .filter(stored -> sameQuote(stored, quote))
                .findFirst()
                .map(stored -> Views.of(stored, List.of()));
    }

    /** Whether an order that was given up made room for another one, in the same press, rather than being cancelled. */
    public boolean replaced(AccountId account, RenewalView view) {
        var ended = view.reached().get(Phase.NOT_CHARGED);
        return ended != null
                && view.standing().endReason().filter("ABANDONED"::equals).isPresent()
                && ofLine(account, view.bought().line(), LOOKED_THROUGH).stream()
                        .filter(other -> !other.id().equals(view.id()))
                        .flatMap(other -> other.reached().values().stream().min(Instant::compareTo).stream())
                        .anyMatch(began -> !began.isBefore(ended) && began.isBefore(ended.plus(SAME_PRESS)));
    }

    /**
     * A renewal that is not over, without its history.
     *
     * @param onlyMoney whether money is credited and nothing renewed by it
     */
    public record UnderWay(LineId line, RenewalId id, Phase phase, boolean onlyMoney) {}

    /** All of the account's renewals that are not over, newest first: one look at the store. */
    public List<UnderWay> underWay(AccountId account) {
        return store.unfinished(account).stream()
                .map(Stored::renewal)
                .map(one -> new UnderWay(
                        one.terms().subject().line(),
                        one.id(),
                        Views.phase(one.stage()),
                        one.terms().goods().onlyMoney()))
                .filter(one -> !one.phase().over())
                .toList();
    }

    /** Goes on with a renewal now instead of at its time. Harmless, however often it is asked. */
    public void checkAgain(AccountId account, RenewalId renewal) {
        jobs.wake(RenewalJob.ref(account, renewal));
    }
}
