package dev.keepline.identity.signin;

import dev.keepline.database.Transactions;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Origin;
import dev.keepline.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Limits how often something is tried. What strangers do elsewhere never refuses a browser that signed in before, nor
 * somebody in a session: those have counters of their own.
 */
@Service
public class TryLimit {

    private static final Duration KEPT = Duration.ofDays(1);

    private final TryRows rows;
    private final KnownBrowserRows browsers;
    private final Transactions transactions;

    TryLimit(TryRows rows, KnownBrowserRows browsers, Transactions transactions) {
        this.rows = rows;
        this.browsers = browsers;
        this.transactions = transactions;
    }

    /** Counts a password tried for an address. When it may not be tried now: until when to wait. */
    public Optional<Instant> password(EmailAddress email, Origin origin, Instant now) {
        return take(now, () -> passwordCounters(email, origin));
    }

    /** Counts the password asked for again, in a session. */
    public Optional<Instant> again(AccountId account, String session, Instant now) {
        return take(now, () -> List.of(Counter.again(account, session)));
    }

    /** Counts a letter that somebody who may be a stranger asks for. */
    public Optional<Instant> letter(EmailAddress email, Origin origin, Instant now) {
        return take(
                now,
                () -> known(email, origin)
                        .map(browser -> List.of(Counter.lettersIn(email, browser)))
                        .orElseGet(() -> List.of(
                                Counter.lettersHere(email, origin.place()),
                                Counter.lettersFrom(origin.place()),
                                Counter.lettersEverywhere(email))));
    }

    /** Counts a letter that somebody signed in asks for, whoever gets it. */
    public Optional<Instant> letter(AccountId account, Origin origin, Instant now) {
        return take(now, () -> List.of(Counter.lettersOf(account), Counter.lettersFrom(origin.place())));
    }

    /** Counts a look at something that anybody may see who knows its code. */
    public Optional<Instant> look(String from, Instant now) {
        return take(now, () -> List.of(Counter.looks(from)));
    }

    /** The password was right: it is not counted, and the wrong ones from here are forgotten. */
    public void succeeded(EmailAddress email, Origin origin, Instant time) {
        var now = time.truncatedTo(ChronoUnit.MILLIS);
        transactions.outsideAccounts(() -> {
            for (var counter : passwordCounters(email, origin)) {
                if (counter.rules().equals(TryRules.PLACE) || counter.rules().equals(TryRules.ADDRESS_EVERYWHERE)) {
                    rows.keep(counter.subject(), counter.rules().back(rows.lock(counter.subject(), now), now));
                } else {
                    rows.forget(counter.subject());
                }
            }
            return true;
        });
    }

    /** The password asked for again was right. */
    public void succeeded(AccountId account, String session) {
        transactions.outsideAccounts(() -> {
            rows.forget(Counter.again(account, session).subject());
            return true;
        });
    }

    /** Whoever reads the mailbox chose a new password: what was guessed for this address here counts no more. */
    public void recovered(EmailAddress email, Origin origin) {
        transactions.outsideAccounts(() -> {
            rows.forget(Counter.addressHere(email, origin.place()).subject());
            rows.forget(Counter.addressEverywhere(email).subject());
            origin.browser()
                    .ifPresent(browser ->
                            rows.forget(Counter.browser(email, browser).subject()));
            return true;
        });
    }

    /** From now on this browser counts as one of the owner's. */
    public void remember(EmailAddress email, String browser, Instant now) {
        transactions.outsideAccounts(() -> {
            browsers.remember(Counter.browserDigest(email, browser), now);
            return true;
        });
    }

    private List<Counter> passwordCounters(EmailAddress email, Origin origin) {
        return known(email, origin)
                .map(browser -> List.of(Counter.browser(email, browser)))
                .orElseGet(() -> sorted(List.of(
                        Counter.addressHere(email, origin.place()),
                        Counter.place(origin.place()),
                        Counter.addressEverywhere(email))));
    }

    private Optional<String> known(EmailAddress email, Origin origin) {
        return origin.browser().filter(browser -> browsers.isKnown(Counter.browserDigest(email, browser)));
    }

    private Optional<Instant> take(Instant time, java.util.function.Supplier<List<Counter>> which) {
        var now = time.truncatedTo(ChronoUnit.MILLIS); // the database rounds finer times, and up
        return transactions.outsideAccounts(() -> {
            rows.forgetBefore(now.minus(KEPT));
            var counters = sorted(which.get());
            var tries = counters.stream()
                    .map(counter -> rows.lock(counter.subject(), now))
                    .toList();
            var until = tries.stream().map(Tries::waitUntil).max(Comparator.naturalOrder());
            if (until.isPresent() && until.get().isAfter(now)) {
                return until;
            }
            for (int n = 0; n < counters.size(); n++) {
                var counter = counters.get(n);
                rows.keep(counter.subject(), counter.rules().next(tries.get(n), now));
            }
            return Optional.empty();
        });
    }

    /** Always locked in the same order, so that two tries never wait for each other. */
    private static List<Counter> sorted(List<Counter> counters) {
        return counters.stream().sorted(Comparator.comparing(Counter::subject)).toList();
    }
}
