package dev.keepline.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingId;
import dev.keepline.database.FullDisk;
import dev.keepline.identity.Accounts;
import dev.keepline.journey.RealProcess;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.Visitor;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.Steps;
import dev.keepline.trace.TraceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** One number leads from a page to everything it brought about, and no log tells who it was. */
class TraceTest {

    @RegisterExtension
    static final World world = new World();

    private static final String CARD = "4242424242424242";
    private static final String STRANGER = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void the_trace_of_the_press_on_pay_is_that_of_every_job_step_command_and_call_of_the_renewal() throws IOException {
        var email = "traced@keepline.example";
        var iccid = new Iccid("8901999900000002878");
        var account = world.account(email);
        var line = world.esim(account, iccid);
        var quote = quote(account, line);
        var visitor = signedIn(email);

        var page = "/quotes/" + quote.id();
        var form = Map.of("terms", quote.promise().termsVersion(), "spend", "yes");
        var pressed = visitor.submit(page, page + "/pay", form);
        assertThat(pressed.statusCode()).isEqualTo(303);
        var trace = pressed.headers().firstValue("X-Trace-Id").orElseThrow();
        var renewal = world.bean(Renewals.class).recent(account, 1).getFirst().id();
        pay(account, renewal);
        world.until(account, renewal, Phase.RENEWED);

        var steps = world.bean(Steps.class).of(account, renewal);
        assertThat(steps).extracting(Steps.Step::name).contains("Opening", "Open", "PlaceOrder", "Capture", "Renewed");
        assertThat(steps).extracting(Steps.Step::trace).containsOnly(Optional.of(new TraceId(trace)));
        for (var call : List.of(
                world.sandbox().log("stripe", "checkout.create").getLast(),
                world.sandbox().log("dtone", "order").getLast())) {
            assertThat(call.path("headers").path("traceparent").asString())
                    .as(call.toString())
                    .matches("00-" + trace + "-[0-9a-f]{16}-01");
        }
        assertThat(lines(trace))
                .anyMatch(each -> each.contains("POST /quotes/{id}/pay: 303"))
                .anyMatch(each ->
                        each.contains("[" + trace + " renewal " + renewal + "]") && each.contains("DT One POST"));

        var staff = world.account("tracing-staff@keepline.example");
        world.bean(Accounts.class).makeStaff(staff, Instant.now());
        assertThat(signedIn("tracing-staff@keepline.example")
                        .get("/console/renewals/" + account + "/" + renewal)
                        .body())
                .contains(trace, "command PlaceOrder");
        var desk = signedIn("tracing-staff@keepline.example");
        for (var typed : List.of(trace, "4242", "４２４２")) {
            assertThat(desk.submit("/console/customers", "/console/customers", Map.of("q", typed))
                            .body())
                    .as(typed)
                    .contains("/console/renewals/" + account + "/" + renewal);
        }
        assertThat(desk.submit("/console/customers", "/console/customers", Map.of("q", STRANGER))
                        .body())
                .contains("No order was begun or worked on under this number", "zgrep " + STRANGER);
        namesNobody(
                email, iccid.digits(), line.identity().msisdn().orElseThrow().e164());
    }

    @Test
    void an_error_page_shows_the_number_under_which_the_log_has_the_cause() throws IOException {
        var email = "broken@keepline.example";
        var account = world.account(email);
        var quote = quote(account, world.esim(account, new Iccid("8901999900000002944")));
        var visitor = signedIn(email);
        var page = "/quotes/" + quote.id();
        var form = Map.of("terms", quote.promise().termsVersion(), "spend", "yes");
        try (var _ = FullDisk.of(world.postgres(), "outside_call")) {
            var answer = visitor.submit(page, page + "/pay", form);
            assertThat(answer.statusCode()).isEqualTo(500);
            var trace = answer.headers().firstValue("X-Trace-Id").orElseThrow();
            assertThat(answer.body()).contains("Show this number to support", trace);
            assertThat(lines(trace))
                    .anyMatch(line -> line.contains("ERROR") && line.contains("POST /quotes/{id}/pay: failed"));
        }
        namesNobody(email, "8901999900000002944", "+12125550101");
    }

    @Test
    void a_number_that_a_request_brings_along_is_nobodys() {
        var visitor = new Visitor(world.url("").toString());
        var answer = visitor.get(
                "/nowhere", "traceparent", "00-" + STRANGER + "-00f067aa0ba902b7-01", "X-Trace-Id", STRANGER);
        assertThat(answer.headers().firstValue("X-Trace-Id").orElseThrow())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(STRANGER);
        assertThat(visitor.get("/nowhere").headers().firstValue("X-Trace-Id"))
                .isNotEqualTo(answer.headers().firstValue("X-Trace-Id"));
    }

    private static void namesNobody(String email, String iccid, String number) throws IOException {
        LoggerFactory.getLogger(TraceTest.class)
                .warn("planted {} {} {}", email, iccid, number, new IllegalStateException("card " + CARD));
        RealProcess.await("planted line", Duration.ofSeconds(10), () -> log().contains("planted ***@"));
        assertThat(log())
                .doesNotContain(email, iccid, number, number.substring(2), CARD, World.SECRET, "sk_test_world");
        assertThat(log()).doesNotContain("world-secret", World.PASSWORD);
    }

    private static List<String> lines(String trace) {
        return log().lines().filter(line -> line.contains("[" + trace)).toList();
    }

    private static String log() {
        try {
            return Files.readString(Path.of("target", "world-" + world.url("/").getPort() + ".log"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Visitor signedIn(String email) {
        var visitor = new Visitor(world.url("").toString());
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static Quote quote(AccountId account, dev.keepline.lines.Line line) {
        var result =
                world.bean(Quotes.class).quote(account, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        return ((QuoteResult.Quoted) result).quote();
    }

    private static void pay(AccountId account, RenewalId renewal) {
        var view = world.until(account, renewal, Phase.TO_PAY);
        var path = view.standing().pay().orElseThrow().url().getPath();
        world.sandbox().pay(path.substring(path.lastIndexOf('/') + 1), CARD);
    }
}
