package dev.keepline.identity;

import dev.keepline.kernel.AddrSpec;
import java.util.Optional;

/** An e-mail address in the one form by which accounts are found, as {@link AddrSpec} says. */
public record EmailAddress(String value) {

    public EmailAddress {
        if (!AddrSpec.isNormal(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** Reads what people type. Empty when it can be no address. */
    public static Optional<EmailAddress> parse(String text) {
        return AddrSpec.normal(text).map(EmailAddress::new);
    }

    /** Whether no mail server has to take an address that long. */
    public static boolean tooLong(String text) {
        var bare = text.strip();
        return bare.length() > AddrSpec.LONGEST || bare.indexOf('@') > AddrSpec.LONGEST_LOCAL;
    }

    /** For logs: only where the mailbox is. */
    @Override
    public String toString() {
        return "…" + value.substring(value.indexOf('@'));
    }
}
