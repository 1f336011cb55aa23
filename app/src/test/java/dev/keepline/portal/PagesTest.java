package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.journey.World;
import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Line;
import dev.keepline.renewal.AcceptedTerms;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Renewals;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages for somebody without script: every form answers with a page, every address with what is true. */
class PagesTest {

    @RegisterExtension
    static final World world = new World();

    private static final String CARD = "4242424242424242";

    @Test
    void somebody_without_script_chooses_pays_and_prints_the_proof() {
        var account = world.account("ann@example.com");
        var line = world.esim(account, new Iccid("8901999900000002878"));
        var ann = visitor("ann@example.com");

        assertThat(ann.get("/").body()).contains("(212) 555-01", "/lines/" + line.id() + "/renew");
        assertThat(ann.get("/lines/" + line.id()).body()).contains("The two clocks");
        var renew = "/lines/" + line.id() + "/renew";
        assertThat(ann.get(renew).body()).contains("Sandbox Year 60 GB", "Comes nearest to what this line uses");

        var quoted = ann.submit(renew, renew, Map.of("offer", "sandbox-monthly"));
        assertThat(quoted.statusCode()).as(quoted.body()).isEqualTo(303);
        var quote = quoted.headers().firstValue("Location").orElseThrow();
        var page = ann.get(quote);
        assertThat(page.body()).contains("No confirmation, no charge", "Hold ");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' http");

        var unticked = ann.submit(quote, quote + "/pay", Map.of());
        assertThat(unticked.statusCode()).isEqualTo(422);
        assertThat(unticked.body()).contains("Tick the box to accept the terms", "Nothing was held");

        var paying = ann.submit(
                quote,
                quote + "/pay",
                Map.of("terms", AcceptedTerms.now("2026-11-30").text(), "spend", "yes"));
        assertThat(paying.statusCode()).as(paying.body()).isEqualTo(303);
        var gateway = paying.headers().firstValue("Location").orElseThrow();
        assertThat(gateway)
                .as(() -> ann.get(gateway).body().replaceAll("(?s).*<main", ""))
                .startsWith("http");
        assertThat(ann.submit(
                                quote,
                                quote + "/pay",
                                Map.of("terms", AcceptedTerms.now("2026-11-30").text(), "spend", "yes"))
                        .headers()
                        .firstValue("Location"))
                .as("pressing again leads to the same page")
                .hasValue(gateway);

        var renewal = world.bean(Renewals.class).recent(account, 1).getFirst().id();
        assertThat(ann.get("/renewals/" + renewal).body())
                .contains("Waiting for your payment", gateway.substring(0, 40));
        assertThat(ann.get("/renewals/" + renewal + "/proof").statusCode()).isEqualTo(303);
        world.sandbox().pay(gateway.substring(gateway.lastIndexOf('/') + 1), CARD);
        world.until(account, renewal, Phase.RENEWED, Phase.NOT_CHARGED, Phase.IN_REVIEW);
        assertThat(ann.get("/renewals/" + renewal).body()).contains("Renewed:", "/proof");
        assertThat(ann.get("/renewals/" + renewal + "/proof").body()).contains("own record", "Paid", "References");
        assertThat(ann.get("/").body()).contains("A renewal is proven and paid");
        assertThat(ann.get("/lines/" + line.id()).body()).contains("charged once, with proof");
    }

    @Test
    void another_accounts_pages_look_exactly_like_pages_that_never_were() {
        var bob = world.account("bob@example.com");
        var line = world.esim(bob, new Iccid("8901999900000002944"));
        world.account("eve@example.com");
        var eve = visitor("eve@example.com");
        for (var path : new String[] {
            "/lines/%s", "/lines/%s/renew", "/quotes/%s", "/renewals/%s", "/renewals/%s/proof", "/renewals/%s/live"
        }) {
            var others = eve.get(path.formatted(line.id()));
            var never = eve.get(path.formatted("11111111-2222-3333-4444-555555555555"));
            assertThat(others.statusCode()).as(path).isEqualTo(404);
            assertThat(plain(others.body())).as(path).isEqualTo(plain(never.body()));
            assertThat(eve.get(path.formatted("x")).statusCode()).isEqualTo(404);
        }
        assertThat(eve.get("/console").statusCode()).isEqualTo(404);
        assertThat(eve.get("/").body()).contains("No lines yet");
    }

    @Test
    void staff_see_what_waits_for_a_person() {
        var account = world.account("op@example.com");
        world.bean(Accounts.class).makeStaff(account, Instant.parse("2026-11-25T00:00:00Z"));
        var op = visitor("op@example.com");
        assertThat(op.get("/console").body()).containsAnyOf("Nothing waits for a person", "waits for a person");
    }

    @Test
    void an_amount_that_is_none_stays_in_the_form_with_what_is_wrong_with_it() {
        var account = world.account("kim@example.com");
        Line line = world.topUp(account, "+12125550190");
        var kim = visitor("kim@example.com");
        var renew = "/lines/" + line.id() + "/renew";
        var answer = kim.submit(renew, renew, Map.of("offer", "att-prepaid-top-up", "amount", "ten"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Enter an amount in dollars", "value=\"ten\"");
    }

    @Test
    void an_asset_that_is_not_there_gets_the_page_of_every_wrong_address_and_nobody_keeps_it() {
        var origin = world.url("/").toString();
        var missing = new Visitor(origin.substring(0, origin.length() - 1)).get("/assets/keepline.0000.css");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(missing.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(missing.body()).contains("There is no such page");
    }

    private static Visitor visitor(String email) {
        var origin = world.url("/").toString();
        var visitor = new Visitor(origin.substring(0, origin.length() - 1));
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static String plain(String html) {
        return html.replaceAll("nonce=\"[^\"]+\"|name=\"_csrf\" value=\"[^\"]+\"|name=\"back\" value=\"[^\"]+\"", "")
                .replaceAll("mono\">[0-9a-f]{32}<", "");
    }
}
