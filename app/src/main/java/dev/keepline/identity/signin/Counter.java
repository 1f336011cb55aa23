package dev.keepline.identity.signin;

import dev.keepline.identity.EmailAddress;
import dev.keepline.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is counted, and by which rules.
 *
 * @param subject a digest: the table tells nobody which addresses were typed
 */
record Counter(String subject, TryRules rules) {

    private static final Pattern IPV6_NETWORK = Pattern.compile("^((?:[0-9a-fA-F]*:){4}).*$");

    static Counter addressHere(EmailAddress email, String from) {
        return new Counter(digest("address " + email.value() + " from " + network(from)), TryRules.ADDRESS_HERE);
    }

    static Counter addressEverywhere(EmailAddress email) {
        return new Counter(digest("address " + email.value()), TryRules.ADDRESS_EVERYWHERE);
    }

    static Counter place(String from) {
        return new Counter(digest("place " + network(from)), TryRules.PLACE);
    }

    static Counter browser(EmailAddress email, String browser) {
        return new Counter(browserDigest(email, browser), TryRules.KNOWN_BROWSER);
    }

    static Counter again(AccountId account, String session) {
        return new Counter(digest("again " + account + " in " + session), TryRules.AGAIN);
    }

    static Counter lettersHere(EmailAddress email, String from) {
        return new Counter(digest("letter address " + email.value() + " from " + network(from)), TryRules.LETTERS_HERE);
    }

    static Counter lettersEverywhere(EmailAddress email) {
        return new Counter(digest("letter address " + email.value()), TryRules.LETTERS_EVERYWHERE);
    }

    static Counter lettersFrom(String from) {
        return new Counter(digest("letter place " + network(from)), TryRules.LETTERS_FROM_PLACE);
    }

    static Counter lettersIn(EmailAddress email, String browser) {
        return new Counter(digest("letter " + browserDigest(email, browser)), TryRules.LETTERS_OF_ACCOUNT);
    }

    static Counter lettersOf(AccountId account) {
        return new Counter(digest("letter account " + account), TryRules.LETTERS_OF_ACCOUNT);
    }

    static Counter looks(String from) {
        return new Counter(digest("look " + network(from)), TryRules.LOOK);
    }

    /** Names a browser in which this address signed in. */
    static String browserDigest(EmailAddress email, String browser) {
        return digest("browser " + browser + " " + email.value());
    }

    /** Of an IPv6 address only the network counts: everybody has a whole network to choose addresses from. */
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
