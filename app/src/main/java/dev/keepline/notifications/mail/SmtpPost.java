package dev.keepline.notifications.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.keepline.kernel.AddrSpec;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands letters to one SMTP server, each in a connection of its own. */
final class SmtpPost {

    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final InternetAddress from;

    /** @throws IllegalArgumentException when {@code keepline.mail.from} is no address */
    SmtpPost(MailSettings settings) {
        this.from = from(settings.from());
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        sender.setJavaMailProperties(properties(settings));
    }

    private static InternetAddress from(String address) {
        try {
            var parsed = new InternetAddress(address, true);
            parsed.setPersonal(parsed.getPersonal(), "UTF-8");
            return parsed;
        } catch (AddressException | java.io.UnsupportedEncodingException wrong) {
            throw new IllegalArgumentException(
                    "keepline.mail.from needs the form Name <address@host>, not " + address, wrong);
        }
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        var timeout = String.valueOf(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> properties.put("mail.smtp.starttls.required", "true");
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        if (settings.authority() != null) {
            properties.put("mail.smtp.ssl.socketFactory", Authority.trusting(settings.authority()));
        }
        return properties;
    }

    /** Logs in at the server without sending anything; why that fails, empty when it does not. */
    Optional<String> problem() {
        try {
            sender.testConnection();
            return Optional.empty();
        } catch (MessagingException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    /** The address goes to the server as it is: parsing would look for another one inside it. */
    Posting post(LetterRows.Sealed letter) {
        if (!AddrSpec.isNormal(letter.to())) {
            return new Posting.Refused("its address is none");
        }
        try {
            sender.send(message(letter));
            return new Posting.Sent();
        } catch (MessagingException unfit) {
            return new Posting.Refused(unfit.getClass().getSimpleName());
        } catch (MailException failure) {
            return outcome(failure);
        }
    }

    private MimeMessage message(LetterRows.Sealed letter) throws MessagingException {
        var message = new Named(sender.getSession(), letter.id() + "@" + domain());
        message.setFrom(from);
        var to = new InternetAddress();
        to.setAddress(letter.to());
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), "UTF-8");
        message.setHeader("Date", RFC_1123_DATE_TIME.format(letter.createdAt().atOffset(ZoneOffset.UTC)));
        message.setHeader("Content-Language", letter.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe().isPresent()) {
            unsubscribe(message, letter.unsubscribe().get());
        }
        message.setContent(alternatives(letter.parts()));
        message.saveChanges();
        return message;
    }

    private String domain() {
        var address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static void unsubscribe(MimeMessage message, URI link) throws MessagingException {
        message.setHeader("List-Unsubscribe", "<" + link + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static MimeMultipart alternatives(LetterLayout.Parts parts) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(parts.text(), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(parts.html(), "UTF-8", "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** Only a 5xx about this letter or its address is final: a wrong password, or no connection, is our trouble. */
    private static Posting outcome(MailException failure) {
        if (failure instanceof MailParseException) {
            return new Posting.Refused("the letter cannot be written as e-mail");
        }
        if (failure instanceof MailSendException sending) {
            for (Exception cause : sending.getMessageExceptions()) {
                int code = code(cause);
                if (code > 0) {
                    var why = "SMTP " + code;
                    return code >= PERMANENT ? new Posting.Refused(why) : new Posting.PutOff(why);
                }
            }
        }
        return new Posting.Later(failure.getClass().getSimpleName());
    }

    private static int code(Exception cause) {
        if (cause instanceof SMTPSendFailedException failed
                && !(failed.getNextException() instanceof SendFailedException)) {
            return failed.getReturnCode();
        }
        for (Exception next = cause; next instanceof MessagingException chained; next = chained.getNextException()) {
            if (next instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
        }
        return cause instanceof SMTPSendFailedException failed ? failed.getReturnCode() : 0;
    }

    /** A message whose name is ours: sent twice it is the same message. */
    private static final class Named extends MimeMessage {

        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + ">");
        }
    }
}
