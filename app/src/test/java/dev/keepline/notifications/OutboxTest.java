package dev.keepline.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.journey.RealProcess;
import dev.keepline.journey.SandboxClient;
import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.mail.MailWorld;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters over real SMTP to the sandbox's mail server. */
class OutboxTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Path FOLDER = Path.of("target", "world", "mail");
    private static final SandboxClient SANDBOX = new SandboxClient(RealProcess.freePort());
    private static RealProcess process;
    private static MailWorld mail;

    private final AccountId account = postgres.account();

    @BeforeAll
    static void begin() {
        process = sandbox();
        mail = new MailWorld(postgres, SANDBOX.smtpPort());
    }

    private static RealProcess sandbox() {
        return SANDBOX.start(FOLDER.resolve("s" + SANDBOX.smtpPort()), "http://127.0.0.1:1/none", "whsec_mail");
    }

    @AfterAll
    static void end() {
        process.close();
    }

    @Test
    void a_letter_arrives_as_text_and_html_in_its_language_under_a_name_of_ours() {
        send("welcome", letter("li@keepline.example", "续费已确认 ✓", Optional.empty()));
        mail.work(account, "welcome");
        var received = SANDBOX.letters("li@keepline.example").get(0);
        assertThat(received.path("subject").asString()).isEqualTo("续费已确认 ✓");
        assertThat(received.path("text").asString())
                .isEqualToNormalizingNewlines("您好 <李>\n\n打开\nhttp://localhost:8080/x?a=1&b=2\n\n若不是您本人操作，请忽略。\n");
        assertThat(received.path("html").asString())
                .contains("您好 &lt;李&gt;", "href=\"http://localhost:8080/x?a=1&amp;b=2\"", "lang=\"zh-CN\"");
        assertThat(received.at("/headers/message-id").asString()).matches("<[0-9a-f-]{36}@keepline.example>");
        assertThat(received.at("/headers/list-unsubscribe").isMissingNode()).isTrue();
    }

    @Test
    void one_letter_per_occasion() {
        assertThat(send("once", letter("once@keepline.example", "First", Optional.empty())))
                .isTrue();
        assertThat(send("once", letter("once@keepline.example", "Second", Optional.empty())))
                .isFalse();
        mail.work(account, "once");
        mail.work(account, "once");
        assertThat(SANDBOX.letters("once@keepline.example")).hasSize(1);
    }

    @Test
    void a_reminder_can_be_ended_with_one_click() {
        var link = URI.create("http://localhost:8080/unsubscribe/abc");
        send("reminder", letter("click@keepline.example", "Three days left", Optional.of(link)));
        mail.work(account, "reminder");
        var headers = SANDBOX.letters("click@keepline.example").get(0).path("headers");
        assertThat(headers.path("list-unsubscribe").asString()).isEqualTo("<" + link + ">");
        assertThat(headers.path("list-unsubscribe-post").asString()).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void a_letter_whose_transaction_rolls_back_is_never_sent() {
        try {
            postgres.transactions().inAccount(account, () -> {
                send("undone", letter("undone@keepline.example", "No", Optional.empty()));
                throw new IllegalStateException("as planned");
            });
        } catch (IllegalStateException planned) {
            assertThat(planned).hasMessage("as planned");
        }
        mail.work(account, "undone");
        assertThat(SANDBOX.letters("undone@keepline.example")).isEmpty();
    }

    @Test
    void an_address_that_the_server_refuses_for_good_is_not_tried_again() {
        send("bounce", letter("bounce@keepline.example", "Gone", Optional.empty()));
        assertThat(mail.work(account, "bounce")).isEqualTo("Rest");
        assertThat(mail.refusal(account, "bounce")).isEqualTo("SMTP 550");
    }

    @Test
    void a_server_that_is_busy_gets_it_later() {
        SANDBOX.fault("mail", "receive", "status_500");
        send("busy", letter("busy@keepline.example", "Later", Optional.empty()));
        assertThat(mail.work(account, "busy")).isEqualTo("At");
        assertThat(SANDBOX.letters("busy@keepline.example")).isEmpty();
        assertThat(mail.work(account, "busy")).isEqualTo("Rest");
        assertThat(SANDBOX.letters("busy@keepline.example")).hasSize(1);
    }

    @Test
    void a_letter_that_the_server_puts_off_for_days_is_given_up_and_counted() {
        send("put-off", letter("put-off@keepline.example", "Never", Optional.empty()));
        var before = mail.undelivered().counts(Instant.EPOCH).givenUp();
        SANDBOX.fault("mail", "receive", "status_500");
        mail.age(account, "put-off", Duration.ofDays(4));
        assertThat(mail.work(account, "put-off")).isEqualTo("At");
        SANDBOX.fault("mail", "receive", "status_500");
        mail.age(account, "put-off", Duration.ofDays(6));
        assertThat(mail.work(account, "put-off")).isEqualTo("Rest");
        assertThat(mail.refusal(account, "put-off")).isEqualTo("SMTP 451");
        assertThat(mail.undelivered().counts(Instant.EPOCH).givenUp()).isEqualTo(before + 1);
        assertThat(mail.undelivered().givenUp(Instant.EPOCH, 10))
                .anySatisfy(letter -> assertThat(letter.subject()).isEqualTo("Never"));
    }

    @Test
    void a_lost_answer_sends_the_same_message_again_not_another_one() {
        SANDBOX.fault("mail", "receive", "drop_after", Map.of());
        send("lost", letter("lost@keepline.example", "Twice", Optional.empty()));
        assertThat(mail.work(account, "lost")).isEqualTo("At");
        assertThat(mail.work(account, "lost")).isEqualTo("Rest");
        var letters = SANDBOX.letters("lost@keepline.example");
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).at("/headers/message-id"))
                .isEqualTo(letters.get(1).at("/headers/message-id"));
    }

    @Test
    void an_outage_of_the_mail_server_delays_letters_and_loses_none() {
        process.close();
        for (int i = 0; i < 5; i++) {
            send("outage/" + i, letter("outage" + i + "@keepline.example", "Waits", Optional.empty()));
            assertThat(mail.work(account, "outage/" + i)).isEqualTo("At");
        }
        process = sandbox();
        for (int i = 0; i < 5; i++) {
            mail.work(account, "outage/" + i);
            assertThat(SANDBOX.letters("outage" + i + "@keepline.example")).hasSize(1);
        }
    }

    @Test
    void the_wait_grows_with_the_outage_up_to_ten_minutes() {
        assertThat(mail.wait(Duration.ZERO)).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(15));
        assertThat(mail.wait(Duration.ofMinutes(20))).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
        assertThat(mail.wait(Duration.ofDays(1))).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    private boolean send(String key, Letter letter) {
        return mail.outbox().send(account, key, letter, Instant.now());
    }

    private static Letter letter(String to, String subject, Optional<URI> unsubscribe) {
        return new Letter(
                new Letter.Envelope(to, Locale.forLanguageTag("zh-CN"), unsubscribe),
                subject,
                new Letter.Body(
                        List.of("您好 <李>"),
                        Optional.of(new Letter.Action("打开", URI.create("http://localhost:8080/x?a=1&b=2"))),
                        List.of("若不是您本人操作，请忽略。")));
    }
}
