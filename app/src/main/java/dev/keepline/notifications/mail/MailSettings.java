package dev.keepline.notifications.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.mail}.
 *
 * @param host of the SMTP server; without one letters wait
 * @param port 587 for submission with STARTTLS, 465 for TLS from the first byte, 25 within one's own network
 * @param security how the way there is protected
 * @param user to log in as; nobody when empty
 * @param password of that user
 * @param from the address letters come from, as {@code Name <address>} or the address alone
 * @param timeout for a connection and for each answer
 * @param authority a PEM file with the certificates to trust in place of the public ones, for a mail server of one's own
 * @param giveUpAfter a letter that the server keeps putting off is given up at this age
 */
@ConfigurationProperties("keepline.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") Security security,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("Keepline <keepline@localhost>") String from,
        @DefaultValue("10s") Duration timeout,
        @Nullable Path authority,
        @DefaultValue("5d") Duration giveUpAfter) {

    public MailSettings {
        try {
            new InternetAddress(from, true).validate();
        } catch (AddressException unreadable) {
            throw new IllegalArgumentException("keepline.mail.from is no address to send from: " + from, unreadable);
        }
    }

    /** How the way to the mail server is protected. */
    public enum Security {
        /** Begins in the clear and must become TLS. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In the clear: for a server on this machine. */
        NONE
    }

    /** For logs: without the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + " " + security + "]";
    }
}
