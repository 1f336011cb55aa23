package dev.keepline.identity;

import java.util.Locale;
import java.util.Optional;

/** An e-mail address in the one form by which accounts are found: lower case, no spaces around. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    /** RFC 5321: what stands before the @. Addresses that are kept already may be longer. */
    private static final int LONGEST_NAME = 64;

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** Reads what people type. Empty when it can be no address. */
    public static Optional<EmailAddress> parse(String text) {
        var bare = text.strip().toLowerCase(Locale.ROOT);
        return isValid(bare) && !tooLong(bare) ? Optional.of(new EmailAddress(bare)) : Optional.empty();
    }

    /** Whether no mail server has to take an address that long. */
    public static boolean tooLong(String text) {
        var bare = text.strip();
        return bare.length() > LONGEST || bare.indexOf('@') > LONGEST_NAME;
    }

    private static boolean isValid(String text) {
        return text.length() <= LONGEST
                && text.equals(text.toLowerCase(Locale.ROOT))
                && text.matches("[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+");
    }

    /** For logs: only where the mailbox is. */
    @Override
    public String toString() {
        return "…" + value.substring(value.indexOf('@'));
    }
}
