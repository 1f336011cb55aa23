package dev.keepline.identity.signin;

import dev.keepline.database.Transactions;
import dev.keepline.identity.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Limits how often one address can be tried, and how often one place on the network can try. */
@Service
public class TryLimit {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Pattern IPV6_NETWORK = Pattern.compile("^((?:[0-9a-fA-F]*:){4}).*$");

    private final TryRows rows;
    private final Transactions transactions;

    TryLimit(TryRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Counts a try. When it may not be made now: until when to wait. */
    public Optional<Instant> take(Subject subject, EmailAddress email, String from, Instant time) {
        var now = time.truncatedTo(ChronoUnit.MILLIS); // the database rounds finer times, and up
        return transactions.outsideAccounts(() -> {
            rows.forgetBefore(now.minus(KEPT));
            var place = rows.lock(place(subject, from), now);
            var address = rows.lock(address(subject, email), now);
            var until = place.waitUntil().isAfter(address.waitUntil()) ? place.waitUntil() : address.waitUntil();
            if (until.isAfter(now)) {
                return Optional.of(until);
            }
            rows.keep(place(subject, from), subject.perPlace().next(place, now));
            rows.keep(address(subject, email), subject.perAddress().next(address, now));
            return Optional.empty();
        });
    }

    /**
     * Counts a look at something that anybody may see who knows its code. When it may not be made now: until when to wait.
     */
    public Optional<Instant> takeLook(String from, Instant time) {
        var now = time.truncatedTo(ChronoUnit.MILLIS);
        var subject = digest("look " + network(from));
        return transactions.outsideAccounts(() -> {
            rows.forgetBefore(now.minus(KEPT));
            var looks = rows.lock(subject, now);
            if (looks.waitUntil().isAfter(now)) {
                return Optional.of(looks.waitUntil());
            }
            rows.keep(subject, TryRules.LOOK.next(looks, now));
            return Optional.empty();
        });
    }

    /** The tries of this address ended well. Those of the place stay: one good log-in must not pay for many bad ones. */
    public void succeeded(EmailAddress email) {
        transactions.outsideAccounts(() -> {
            rows.forget(address(Subject.PASSWORD, email));
            return true;
        });
    }

    private static String address(Subject subject, EmailAddress email) {
        return digest(subject.prefix() + "address " + email.value());
    }

    /** Of an IPv6 address only the network counts: everybody has a whole network to choose addresses from. */
    private static String place(Subject subject, String from) {
        return digest(subject.prefix() + "place " + network(from));
    }

    private static String network(String from) {
        var network = IPV6_NETWORK.matcher(from);
        return network.matches() ? network.group(1) : from;
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
