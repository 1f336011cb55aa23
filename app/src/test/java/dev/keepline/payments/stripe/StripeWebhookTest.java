package dev.keepline.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import dev.keepline.database.FullDisk;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook as Stripe, and whoever pretends to be Stripe, meets it: over HTTP, in the running application. */
class StripeWebhookTest {

    @RegisterExtension
    static final World world = new World();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String event = "evt_" + UUID.randomUUID();

    private String about(AccountId account, String renewal) {
        return """
                {"id":"%s","object":"event","type":"checkout.session.completed","data":{"object":
                  {"id":"pi_1","metadata":{"account_id":"%s","renewal_id":"%s","request_id":"x"}}}}
                """.formatted(event, account, renewal);
    }

    private static HttpResponse<String> call(String body, String header) throws Exception {
        var request = HttpRequest.newBuilder(world.url("/webhooks/stripe"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", header)
                .POST(BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String signed(String body, Instant at) throws Exception {
        return Webhook.Signature.generateSignatureHeader(body, World.SECRET, at.getEpochSecond());
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    @Test
    void a_signed_event_about_an_account_is_acknowledged_stored_and_opens_no_session() throws Exception {
        var account = world.account("webhook@keepline.example");
        var body = about(account, UUID.randomUUID().toString());

        var answer = call(body, signed(body, now()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(rows("payment_inbox")).isEqualTo(1);
    }

    @Test
    void fault_04_fault_06_a_late_or_repeated_delivery_is_acknowledged_again() throws Exception {
        var body = about(new AccountId(UUID.randomUUID()), UUID.randomUUID().toString());

        assertThat(call(body, signed(body, now())).statusCode()).isEqualTo(200);
        assertThat(call(body, signed(body, now().minus(Duration.ofMinutes(4)))).statusCode())
                .isEqualTo(200);
        assertThat(rows("payment_inbox_foreign")).isEqualTo(1);
    }

    @Test
    void fault_07_a_forged_or_replayed_call_is_refused_counted_and_stored_nowhere() throws Exception {
        var account = world.account("forged@keepline.example");
        var body = about(account, UUID.randomUUID().toString());
        long before = world.bean(StripeWebhook.class).refused();

        assertThat(call(body, "t=1,v1=00").statusCode()).isEqualTo(400);
        assertThat(call(body, signed(body + " ", now())).statusCode()).isEqualTo(400);
        assertThat(call(body, signed(body, now().minus(Duration.ofMinutes(6)))).statusCode())
                .isEqualTo(400);
        assertThat(call(body, signed(body, now().plus(Duration.ofMinutes(6)))).statusCode())
                .isEqualTo(400);

        assertThat(rows("payment_inbox")).isZero();
        assertThat(rows("payment_inbox_foreign")).isZero();
        assertThat(world.bean(StripeWebhook.class).refused() - before).isEqualTo(4);
    }

    @Test
    void a_call_too_long_or_without_an_event_is_refused() throws Exception {
        var huge = "{\"id\":\"" + "x".repeat(600_000) + "\"}";
        var none = "{\"object\":\"list\"}";

        assertThat(call(huge, signed(huge, now())).statusCode()).isEqualTo(413);
        assertThat(call(none, signed(none, now())).statusCode()).isEqualTo(400);
        assertThat(call("", signed("", now())).statusCode()).isEqualTo(400);
    }

    @Test
    void names_that_are_none_of_ours_are_kept_apart_and_wake_nobody() throws Exception {
        var body =
                "{\"id\":\"%s\",\"type\":\"customer.created\",\"data\":{\"object\":{\"metadata\":{\"account_id\":7}}}}"
                        .formatted(event);

        assertThat(call(body, signed(body, now())).statusCode()).isEqualTo(200);
        assertThat(rows("payment_inbox_foreign")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[1]", "null", "\"evt\"", "{\"id\":7,\"type\":[]}", "{\"id\":\"evt_1\""})
    void fault_07_a_signed_body_that_is_no_event_is_refused(String body) throws Exception {
        assertThat(call(body, signed(body, now())).statusCode()).isEqualTo(400);
    }

    @Test
    void fault_07_an_event_that_names_one_account_and_anothers_renewal_wakes_nobody() throws Exception {
        var owner = world.account("owner@keepline.example");
        var other = world.account("other@keepline.example");
        var job = new WakeRef("renewal", owner, UUID.randomUUID().toString());
        world.bean(Jobs.class).schedule(job, now().plus(Duration.ofDays(1)));
        var body = about(other, job.key());

        assertThat(call(body, signed(body, now())).statusCode()).isEqualTo(200);

        assertThat(world.postgres()
                        .owner()
                        .sql("select wakes from job where key = ?")
                        .param(job.key())
                        .query((row, n) -> row.getInt("wakes"))
                        .list())
                .containsExactly(0);
    }

    @Test
    void fault_17_what_cannot_be_stored_is_not_acknowledged_and_is_taken_when_it_comes_again() throws Exception {
        var body = about(
                world.account("full-disk@keepline.example"), UUID.randomUUID().toString());

        try (var _ = FullDisk.of(world.postgres(), "payment_inbox")) {
            assertThat(call(body, signed(body, now())).statusCode()).isEqualTo(500);
        }

        assertThat(rows("payment_inbox")).isZero();
        assertThat(call(body, signed(body, now())).statusCode()).isEqualTo(200);
        assertThat(rows("payment_inbox")).isEqualTo(1);
    }

    private int rows(String table) {
        return world.postgres()
                .owner()
                .sql("select count(*) from " + table + " where event_id = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }
}
