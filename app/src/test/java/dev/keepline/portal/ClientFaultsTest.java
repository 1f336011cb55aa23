package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Whatever strangers send: it is no error of ours, fills no log, and a number that is shown finds a line there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientFaultsTest {

    @RegisterExtension
    static final Portal portal = new Portal();

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Queue<ILoggingEvent> logged = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            logged.add(event);
        }
    };

    @BeforeEach
    void listen() {
        log.setContext(ROOT.getLoggerContext());
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        ROOT.detachAppender(log);
    }

    static Stream<String> madeUp() {
        return Stream.of(
                "A".repeat(43),
                "A".repeat(500),
                "%%%",
                "x".repeat(6000),
                encoded(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                encoded("00000000-0000-0000-0000-00000000000\0".getBytes(StandardCharsets.UTF_8)),
                encoded("\u0001\u001f\u007f\uffff".getBytes(StandardCharsets.UTF_8)),
                encoded("' or 1=1 --".getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @MethodSource("madeUp")
    void a_made_up_session_is_none(String cookie) {
        for (var name : List.of("keepline", "keepline-form", "keepline-browser", "lang")) {
            var visitor = portal.visitor();
            assertThat(visitor.get("/login", "Cookie", name + "=" + cookie).statusCode())
                    .isEqualTo(200);
            assertThat(visitor.get("/bills", "Cookie", name + "=" + cookie).statusCode())
                    .isEqualTo(303);
            assertThat(visitor.get("/assets/nothing.css", "Cookie", name + "=" + cookie)
                            .statusCode())
                    .isEqualTo(404);
        }
        isCalm();
    }

    @ParameterizedTest
    @CsvSource({
        "text=%ED%A0%80, 400",
        "text=%zz, 400",
        "text=%ff%fe, 400",
        "--, 403",
    })
    void what_cannot_be_read_in_a_form_costs_one_short_line(String body, int status) {
        var answer = portal.visitor().raw("/login", FORM, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(status);
        isCalm();
        var trace = answer.headers().firstValue("X-Trace-Id").orElseThrow();
        assertThat(answer.body()).contains("Show this number to support", trace);
        assertThat(of(trace))
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains(": " + status)
                        .doesNotContain("text", "%"));
    }

    @Test
    void too_much_and_too_many_fields_and_what_is_no_form_at_all_are_no_errors() {
        var visitor = portal.visitor();
        assertThat(visitor.raw("/login", FORM, ("a=" + "b".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(413);
        assertThat(visitor.raw("/login", FORM, "a=1&".repeat(2000).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.raw("/login", "multipart/form-data; boundary=b", "--b".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/verify?code=%ED%A0%80").statusCode()).isEqualTo(400);
        isCalm();
    }

    /** The last one: after it the log has no room left for a minute. */
    @Test
    @Order(Integer.MAX_VALUE)
    void a_number_is_shown_only_where_the_log_has_a_line_and_nobody_can_fill_the_log() {
        var visitor = portal.visitor();
        portal.account("refused@example.com");
        visitor.signIn("refused@example.com", Portal.PASSWORD);
        var shown = 0;
        for (int n = 0; n < 300; n++) {
            var answer = visitor.get("/nowhere");
            var trace = answer.headers().firstValue("X-Trace-Id").orElseThrow();
            boolean told = answer.body().contains(trace);
            assertThat(of(trace)).hasSize(told ? 1 : 0);
            shown += told ? 1 : 0;
        }
        assertThat(shown).isBetween(1, 240);
    }

    @Test
    void who_opens_what_only_takes_a_form_is_led_to_the_page_with_it_or_told_what_it_is() {
        var visitor = portal.visitor();
        portal.account("looks@example.com");
        visitor.signIn("looks@example.com", Portal.PASSWORD);
        assertThat(visitor.get("/settings/email").headers().firstValue("Location"))
                .hasValue("/settings");
        assertThat(visitor.get("/quotes/11111111-2222-3333-4444-555555555555/pay")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/quotes/11111111-2222-3333-4444-555555555555");
        var answer = visitor.get("/messages/seen");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(answer.body()).contains("only takes a form").doesNotContain("belongs to another account");
    }

    private List<ILoggingEvent> of(String trace) {
        return logged.stream()
                .filter(event -> trace.equals(event.getMDCPropertyMap().get("trace")))
                .toList();
    }

    private void isCalm() {
        assertThat(logged)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN) || event.getThrowableProxy() != null)
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }
}
