package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Line;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The outside misbehaves while somebody looks: the page ends in a truth, and nothing is charged twice. */
class BrowserFaultsTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    private static final LocatorAssertions.ContainsTextOptions WITHIN_A_MINUTE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static World world;
    private static Checkout checkout;

    @BeforeAll
    static void open() {
        world = shared.world();
        checkout = new Checkout(world);
    }

    @Test
    void a_webhook_that_comes_late_is_not_waited_for_and_then_changes_nothing() {
        var line = line("late@keepline.example", new Iccid("8901999900000002944"));
        try (var person = shared.browsers().person(1280, "en", true)) {
            var page = checkout.logIn(person, "late@keepline.example");
            checkout.toTheGateway(page, line);
            world.sandbox().fault("stripe", "*", "reorder", Map.of("delay_ms", 5_000, "times", 1));
            checkout.pay(page, Checkout.GOOD_CARD);
            checkout.seeTheProof(page);
            page.waitForTimeout(5_000);
            page.reload();
            assertThat(page.locator("h1")).containsText("Renewed");
        }
        checkout.boughtOnce(line);
    }

    @Test
    void a_webhook_that_comes_twice_renews_once() {
        var line = line("twice@keepline.example", new Iccid("8901999900000003017"));
        try (var person = shared.browsers().person(1280, "en", true)) {
            var page = checkout.logIn(person, "twice@keepline.example");
            checkout.toTheGateway(page, line);
            world.sandbox().fault("stripe", "*", "duplicate", Map.of("times", 1));
            checkout.pay(page, Checkout.GOOD_CARD);
            checkout.seeTheProof(page);
        }
        checkout.boughtOnce(line);
    }

    @Test
    void a_forged_webhook_changes_nothing_on_the_page_and_nothing_is_ordered() throws Exception {
        var line = line("forged@keepline.example", World.iccid(2, "0878"));
        try (var person = shared.browsers().person(1280, "en", true)) {
            var page = checkout.logIn(person, "forged@keepline.example");
            checkout.toTheGateway(page, line);
            var gateway = page.url();
            page.navigate(world.url("/lines/" + line.id()).toString());
            page.locator("a.btn[href*='/renewals/']").click();
            assertThat(page.locator("h1")).hasText("Waiting for your payment");

            var session = gateway.substring(gateway.lastIndexOf('/') + 1);
            assertThat(forge(session)).isEqualTo(400);
            page.locator("#check").click();
            assertThat(page.locator("h1")).hasText("Waiting for your payment");
            assertThat(orders(line)).isZero();

            page.locator("#pay").click();
            checkout.pay(page, Checkout.GOOD_CARD);
            checkout.seeTheProof(page);
        }
        checkout.boughtOnce(line);
    }

    @Test
    void a_refusal_of_the_carrier_is_told_within_the_minute_and_the_hold_is_given_back() {
        var line = line("refused@keepline.example", World.iccid(2, "4006"));
        try (var person = shared.browsers().person(360, "en", true)) {
            var page = checkout.logIn(person, "refused@keepline.example");
            checkout.toTheGateway(page, line);
            checkout.pay(page, Checkout.GOOD_CARD);
            assertThat(page.locator("h1")).containsText("nothing was charged", WITHIN_A_MINUTE);
            assertThat(page).hasTitle(Pattern.compile("Not renewed.*"));
            assertThat(page.locator("main")).containsText("Sandbox Mobile refused the renewal");
            assertThat(page.locator("#again")).isVisible();
        }
        for (var intent : world.sandbox().stripe("/payment_intents?limit=100").path("data")) {
            if (intent.toString().contains(line.account().toString())) {
                assertThat(intent.path("status").asString()).isEqualTo("canceled");
                assertThat(intent.path("amount_received").asLong()).isZero();
            }
        }
    }

    @Test
    void an_amount_for_an_att_line_says_what_arrives_and_whose_confirmation_is_the_proof() {
        var account = world.account("credit@keepline.example");
        var line = world.topUp(account, "+12125550190");
        try (var person = shared.browsers().person(360, "en", true)) {
            var page = checkout.logIn(person, "credit@keepline.example");
            page.navigate(world.url("/lines/" + line.id() + "/renew").toString());
            page.locator("input[name=amount]").fill("25");
            page.locator("main form > p.acts button.btn").first().click();
            assertThat(page.locator("main")).containsText("$25.00");
            assertThat(page.locator("main")).containsText("DT One’s confirmation");
            if (page.locator("input[name=spend]").count() > 0) {
                page.locator("input[name=spend]").check();
            }
            checkout.accept(page);
            checkout.pay(page, Checkout.GOOD_CARD);
            checkout.seeTheProof(page);
            assertThat(page.locator("main")).containsText("DT One confirmed");
            assertThat(page.locator("main")).containsText("own record cannot be read");
            assertThat(page.locator("main")).not().containsText("The carrier’s own record");
        }
    }

    @Test
    void a_google_fi_line_has_two_clocks_and_exact_steps_and_no_button_to_pay() {
        var account = world.account("fi@keepline.example");
        var line = world.tracked(account, "+19175550195", 12);
        try (var person = shared.browsers().person(360, "en", true)) {
            var page = checkout.logIn(person, "fi@keepline.example");
            assertThat(page.locator("article .until")).hasCount(2);
            page.locator("article a.btn").click();
            assertThat(page).hasURL(Pattern.compile(".*" + line.id() + "/renew"));
            assertThat(page.locator("main .until")).hasCount(2);
            assertThat(page.locator("ol.how > li")).hasCount(4);
            assertThat(page.locator("ol.how")).containsText("fi.google.com");
            assertThat(page.locator("ol.how")).containsText("(917) 555-0195");
            assertThat(page.locator("main form, main button, main a.btn")).hasCount(0);
        }
    }

    private static Line line(String email, Iccid iccid) {
        AccountId account = world.account(email);
        return world.esim(account, iccid);
    }

    private static int orders(Line line) {
        var iccid = line.identity().iccid().orElseThrow().digits();
        return world.sandbox()
                .dtone("/transactions?credit_party_account_number=" + iccid)
                .size();
    }

    /** Says that the session is paid, as somebody would who does not know the secret. */
    private static int forge(String session) throws IOException, InterruptedException {
        var body = """
                {"id": "evt_forged", "object": "event", "type": "checkout.session.completed",
                 "data": {"object": {"id": "%s", "object": "checkout.session", "payment_status": "paid"}}}""".formatted(session);
        var request = HttpRequest.newBuilder(world.url("/webhooks/stripe"))
                .header("Stripe-Signature", "t=" + System.currentTimeMillis() / 1000 + ",v1=" + "0".repeat(64))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
