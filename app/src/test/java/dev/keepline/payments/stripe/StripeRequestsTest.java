package dev.keepline.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.testing.SandboxProcess;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * Every kind of request that we send to Stripe as it looks on the wire, held against the parameters of that call in
 * stripe-java's classes, which are generated from Stripe's specification.
 * Stripe refuses an unknown parameter, and takes a missing key for a new command.
 */
class StripeRequestsTest {

    @RegisterExtension
    static final SandboxProcess sandbox = new SandboxProcess();

    /**
     * A call of Stripe's.
     *
     * @param names its parameters, those of nested objects joined by dots; {@code []} for an item of a list
     * @param required those of them without which it is refused, or would not mean what we mean
     */
    private record Shape(String method, String path, Set<String> names, Set<String> required) {

        boolean fits(JsonNode call) {
            return call.path("method").asString().equals(method)
                    && call.path("path").asString().matches(path);
        }
    }

    private static final String ITEM = "line_items[]";

    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    "POST",
                    "/v1/checkout/sessions",
                    Set.of(
                            "mode",
                            "payment_method_types[]",
                            ITEM + ".quantity",
                            ITEM + ".price_data.currency",
                            ITEM + ".price_data.unit_amount",
                            ITEM + ".price_data.product_data.name",
                            "adaptive_pricing.enabled",
                            "client_reference_id",
                            "metadata.*",
                            "payment_intent_data.capture_method",
                            "payment_intent_data.metadata.*",
                            "expires_at",
                            "locale",
                            "success_url",
                            "cancel_url"),
                    Set.of(
                            "mode",
                            "success_url",
                            ITEM + ".price_data.currency",
                            ITEM + ".price_data.unit_amount",
                            ITEM + ".price_data.product_data.name",
                            "payment_intent_data.capture_method")),
            new Shape(
                    "GET",
                    "/v1/checkout/sessions",
                    Set.of("created.gte", "limit", "status", "starting_after", "expand[]"),
                    Set.of()),
            new Shape("GET", "/v1/checkout/sessions/cs_\\w+", Set.of("expand[]"), Set.of()),
            new Shape("POST", "/v1/checkout/sessions/cs_\\w+/expire", Set.of("expand[]"), Set.of()),
            new Shape(
                    "GET",
                    "/v1/payment_intents",
                    Set.of("created.gte", "limit", "starting_after", "expand[]"),
                    Set.of()),
            new Shape("GET", "/v1/payment_intents/pi_\\w+", Set.of("expand[]"), Set.of()),
            new Shape(
                    "POST",
                    "/v1/payment_intents/pi_\\w+/capture",
                    Set.of("amount_to_capture", "expand[]"),
                    Set.of("amount_to_capture")),
            new Shape(
                    "POST", "/v1/payment_intents/pi_\\w+/cancel", Set.of("cancellation_reason", "expand[]"), Set.of()),
            new Shape(
                    "POST",
                    "/v1/refunds",
                    Set.of("payment_intent", "amount", "metadata.*", "reason"),
                    Set.of("payment_intent", "amount")),
            new Shape(
                    "GET",
                    "/v1/refunds",
                    Set.of("payment_intent", "created.gte", "limit", "starting_after", "expand[]"),
                    Set.of()));

    @Test
    void every_request_keeps_to_the_shape_of_its_call_and_every_command_has_a_key() {
        var since = InstantSource.system().instant().minus(Duration.ofHours(1));
        var first = shop();
        var taken = first.captured();
        Shop.done(first.gateway.refund(first.id("r"), taken, Shop.PRICE));
        Shop.done(first.gateway.payment(taken));
        var second = shop();
        Shop.done(second.gateway.release(second.id("v"), second.held()));
        var third = shop();
        Shop.done(third.gateway.expire(third.id("x"), third.open().ref()));
        Shop.done(third.gateway.paymentsSince(since));
        sandbox.control().fault("stripe", "checkout.create", "status_500");
        var fourth = shop();
        fourth.gateway.open(fourth.command());

        var seen = new TreeSet<String>();
        for (JsonNode call : calls()) {
            var what = call.path("method").asString() + " " + call.path("path").asString();
            var shape = SHAPES.stream().filter(s -> s.fits(call)).findFirst();
            assertThat(shape).as("a call that the reference has: " + what).isPresent();
            var names = names(call);
            assertThat(names).as(what).isSubsetOf(shape.orElseThrow().names());
            assertThat(names).as(what).containsAll(shape.orElseThrow().required());
            if (call.path("method").asString().equals("POST")) {
                assertThat(header(call, "idempotency-key"))
                        .as(what)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(255);
            }
            assertThat(header(call, "stripe-version")).as(what).isNotEmpty();
            seen.add(shape.orElseThrow().path() + shape.orElseThrow().method());
        }
        assertThat(seen).as("every kind of call was made").hasSize(SHAPES.size());
    }

    private static Shop shop() {
        return new Shop(sandbox, Duration.ofSeconds(20));
    }

    private static List<JsonNode> calls() {
        return sandbox.control()
                .get("/control/log?limit=1000&counterpart=stripe")
                .valueStream()
                .filter(call -> call.path("path").asString().startsWith("/v1/"))
                .toList();
    }

    /** Nested names as they are sent, such as {@code a[b][0][c]}, written {@code a.b[].c}; names of our own are one. */
    private static Set<String> names(JsonNode call) {
        var names = new TreeSet<String>();
        for (String pair :
                (call.path("query").asString() + "&" + call.path("body").asString()).split("&", -1)) {
            if (!pair.isEmpty()) {
                names.add(URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8)
                        .replaceAll("\\[[0-9]*]", "@")
                        .replaceAll("\\[([a-z_]+)]", ".$1")
                        .replace("@", "[]")
                        .replaceAll("metadata\\.\\w+", "metadata.*"));
            }
        }
        return names;
    }

    private static String header(JsonNode call, String name) {
        return call.path("headers").path(name).asString("");
    }
}
