package dev.keepline.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.notifications.mail.MailSettings.Security;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.UsernamePasswordValidator;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** The way to a mail server that wants TLS and a log-in, against a real one. */
class SmtpSecurityTest {

    private static final String USER = "keepline";
    private static final String PASSWORD = "a password of the mail server";

    @TempDir
    static Path folder;

    private static TestCertificate ours;
    private static TestCertificate anothers;

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private @Nullable SMTPServer server;

    /** A letter as the server saw it come; a server that wants TLS takes none without. */
    private record Arrived(String to, String user) {}

    @BeforeAll
    static void certificates() throws Exception {
        ours = TestCertificate.make(folder, "ours");
        anothers = TestCertificate.make(folder, "anothers");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void a_letter_goes_by_starttls_with_our_log_in() throws Exception {
        listen(true);
        assertThat(post(settings(Security.STARTTLS, PASSWORD, ours.pem()))).isInstanceOf(Posting.Sent.class);
        assertThat(arrived).containsExactly(new Arrived("li@keepline.example", USER));
        assertThat(new SmtpPost(settings(Security.STARTTLS, PASSWORD, ours.pem())).problem())
                .isEmpty();
    }

    @Test
    void a_letter_goes_by_tls_from_the_first_byte() throws Exception {
        server = builder().serverSocketFactory(ours.context()).build();
        server.start();
        assertThat(post(settings(Security.TLS, PASSWORD, ours.pem()))).isInstanceOf(Posting.Sent.class);
        assertThat(arrived).extracting(Arrived::user).containsExactly(USER);
    }

    @Test
    void a_wrong_password_is_our_trouble_and_the_letter_waits() throws Exception {
        listen(true);
        assertThat(post(settings(Security.STARTTLS, "wrong", ours.pem()))).isInstanceOf(Posting.Later.class);
        assertThat(arrived).isEmpty();
        assertThat(new SmtpPost(settings(Security.STARTTLS, "wrong", ours.pem())).problem())
                .isPresent();
    }

    @Test
    void neither_password_nor_letter_is_told_to_a_server_that_offers_no_tls() throws Exception {
        listen(false);
        assertThat(post(settings(Security.STARTTLS, PASSWORD, ours.pem()))).isInstanceOf(Posting.Later.class);
        assertThat(logins).isEmpty();
        assertThat(arrived).isEmpty();
    }

    @Test
    void neither_password_nor_letter_is_told_to_a_server_with_anothers_certificate() throws Exception {
        listen(true);
        assertThat(post(settings(Security.STARTTLS, PASSWORD, anothers.pem()))).isInstanceOf(Posting.Later.class);
        assertThat(post(settings(Security.STARTTLS, PASSWORD, null))).isInstanceOf(Posting.Later.class);
        assertThat(logins).isEmpty();
        assertThat(arrived).isEmpty();
    }

    @Test
    void a_file_without_a_certificate_is_refused_at_the_start() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> new SmtpPost(settings(Security.STARTTLS, PASSWORD, empty)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keepline.mail.authority");
    }

    private void listen(boolean tls) throws Exception {
        var building = builder().enableTLS(tls);
        server = (tls ? building.startTlsSocketFactory(ours.context()).requireTLS() : building).build();
        server.start();
    }

    private SMTPServer.Builder builder() {
        UsernamePasswordValidator validator = (user, password, context) -> {
            logins.add(user);
            if (!USER.equals(user) || !PASSWORD.equals(password)) {
                throw new LoginFailedException();
            }
        };
        BasicMessageListener keep = (context, from, to, data) -> arrived.add(arrived(context, to));
        return SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(validator))
                .messageHandler(keep);
    }

    private static Arrived arrived(MessageContext context, String to) {
        var user = context.getAuthenticationHandler()
                .map(handler -> String.valueOf(handler.getIdentity()))
                .orElse("");
        return new Arrived(to, user);
    }

    private MailSettings settings(Security security, String password, @Nullable Path authority) {
        int port = server == null ? 1 : server.getPortAllocated();
        return new MailSettings(
                "localhost",
                port,
                security,
                USER,
                password,
                "Keepline <hello@keepline.example>",
                Duration.ofSeconds(5),
                authority,
                Duration.ofDays(5));
    }

    private static Posting post(MailSettings settings) {
        return new SmtpPost(settings)
                .post(new LetterRows.Sealed(
                        UUID.randomUUID(),
                        Instant.parse("2026-11-25T12:00:00Z"),
                        "li@keepline.example",
                        Locale.ENGLISH,
                        Optional.<URI>empty(),
                        "Subject",
                        new LetterLayout.Parts("text", "<p>html</p>")));
    }
}
