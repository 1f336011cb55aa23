package dev.keepline.sandbox.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Sandbox;
import dev.keepline.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A sandbox of its own with a stripe-java client on it, a browser without scripts, and the control calls. */
final class StripeFixture implements AutoCloseable {
    static final String GOOD = "4242 4242 4242 4242";

    private final Path data;
    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;

    StripeFixture(Path data) {
        this.data = data;
        this.sandbox = open();
    }

    static StripeFixture temporary() throws IOException {
        return new StripeFixture(Files.createTempDirectory("sandbox-stripe"));
    }

    private Sandbox open() {
        return Sandbox.start(new SandboxOptions(0, data, Map.of("quiet", "true")));
    }

    /** The same data in a new process, as far as the sandbox can tell. */
    void restart() {
        sandbox.close();
        sandbox = open();
    }

    StripeClient client() {
        return client("sk_test_keepline");
    }

    StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(sandbox.baseUrl() + "/stripe")
                .setMaxNetworkRetries(0)
                .build();
    }

    /** Retries off and a key of the caller's choice. */
    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** The session this product would make: $25.00, card only, held. */
    static SessionCreateParams.Builder order(long amount) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setClientReferenceId("attempt-1")
                .setSuccessUrl("http://localhost:8080/back?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://localhost:8080/cancel")
                .setCustomerEmail("ana@example.com")
                .putMetadata("attempt", "1")
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                        .putMetadata("attempt", "1")
                        .build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency("usd")
                                .setUnitAmount(amount)
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName("Renewal, 30 days")
                                        .build())
                                .build())
                        .build());
    }

    Session openSession() throws StripeException {
        return client().v1().checkout().sessions().create(order(2_500).build());
    }

    /** A session paid with this card; its intent with the charge. */
    PaymentIntent held(String card) throws Exception {
        var session = openSession();
        complete(session.getId(), card);
        return intent(
                client().v1().checkout().sessions().retrieve(session.getId()).getPaymentIntent());
    }

    PaymentIntent intent(String id) throws StripeException {
        return client().v1()
                .paymentIntents()
                .retrieve(
                        id,
                        com.stripe.param.PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build());
    }

    /** An intent over the API, confirmed at once with a documented payment method. */
    static PaymentIntentCreateParams.Builder direct(String paymentMethod) {
        return PaymentIntentCreateParams.builder()
                .setAmount(2_500L)
                .setCurrency("usd")
                .setConfirm(true)
                .setPaymentMethod(paymentMethod)
                .addPaymentMethodType("card");
    }

    JsonNode complete(String session, String card) throws Exception {
        return control("/control/stripe/sessions/" + session + "/complete", Map.of("card", card))
                .body();
    }

    void fault(String operation, String fault, Object... details) throws Exception {
        var rule = Json.object()
                .put("counterpart", "stripe")
                .put("operation", operation)
                .put("fault", fault);
        for (int i = 0; i < details.length; i += 2) rule.putPOJO(details[i].toString(), details[i + 1]);
        send("/control/faults", "application/json", Json.write(rule));
    }

    void advance(Duration by) throws Exception {
        send("/control/clock", "application/json", "{\"advance_seconds\":" + by.toSeconds() + "}");
    }

    /** Sandbox time. */
    Instant now() throws Exception {
        return Instant.parse(
                Json.parse(get("/control/clock").body()).path("now").asString());
    }

    /** A JSON answer of a control call. */
    record Answer(int status, JsonNode body) {}

    Answer control(String path, Map<String, String> body) throws Exception {
        var node = Json.object();
        body.forEach(node::put);
        var response = send(path, "application/json", Json.write(node));
        return new Answer(response.statusCode(), Json.parse(response.body()));
    }

    HttpResponse<String> get(String pathOrUrl, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri(pathOrUrl)).GET();
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Posts a form as a browser would; names and values alternate. */
    HttpResponse<String> form(String pathOrUrl, String... fields) throws Exception {
        String body = Stream.iterate(0, i -> i + 2)
                .limit(fields.length / 2)
                .map(i -> fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(pathOrUrl, "application/x-www-form-urlencoded", body);
    }

    HttpResponse<String> send(String pathOrUrl, String type, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri(pathOrUrl))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String pathOrUrl) {
        return URI.create(pathOrUrl.startsWith("/") ? sandbox.baseUrl() + pathOrUrl : pathOrUrl);
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
