package dev.keepline.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls to gateway and carrier that one renewal makes, as they stand on the wire, from text to text. */
final class BareCalls {

    private static final Pattern PAYMENT = Pattern.compile("\"(pi_[A-Za-z0-9]+)\"");
    private static final Pattern SESSION = Pattern.compile("\"(cs_test_[A-Za-z0-9]+)\"");
    private static final Pattern PRODUCT =
            Pattern.compile("\"id\":\\s*([0-9]+),\\s*\"name\":\\s*\"Sandbox Mobile Monthly");
    private static final int PLAN = 13;

    private final Sandbox sandbox;
    private final Http http = new Http();
    private final String product;
    private final String callbacks;

    /** @param callbacks where the aggregator calls back: this and the renewal's number */
    BareCalls(Sandbox sandbox, String callbacks) throws IOException, InterruptedException {
        this.sandbox = sandbox;
        this.callbacks = callbacks;
        // Another sandbox is another account of the vendor's, and its products have other numbers.
        HttpRequest.Builder plans = dtone("/products?service_id=" + PLAN + "&page=1&per_page=100");
        this.product = found(PRODUCT, http.expect(200, plans).body());
    }

    /** Opens a payment session. */
    String open(BareRenewal one) throws IOException, InterruptedException {
        String metadata = "[account_id]=" + one.account() + "&%s[renewal_id]=" + one.id() + "&%s[request_id]="
                + one.reference() + "-s1";
        String form = "mode=payment&payment_method_types[0]=card&payment_intent_data[capture_method]=manual"
                + "&metadata" + metadata.replace("%s", "metadata")
                + "&payment_intent_data[metadata]" + metadata.replace("%s", "payment_intent_data[metadata]")
                + "&expires_at=" + Instant.now().plusSeconds(3_000).getEpochSecond()
                + "&line_items[0][price_data][currency]=usd&line_items[0][price_data][product_data][name]=Bare"
                + "&line_items[0][price_data][unit_amount]=1307&line_items[0][quantity]=1&locale=en"
                + "&cancel_url=http%3A%2F%2Flocalhost%2F&success_url=http%3A%2F%2Flocalhost%2F";
        return found(SESSION, stripe("/checkout/sessions", form, one.reference() + "-s1"));
    }

    /** Reads the session; yields the payment. */
    String session(String session) throws IOException, InterruptedException {
        String query = "?expand[0]=payment_intent.latest_charge.balance_transaction";
        HttpRequest.Builder request = http.request(sandbox.url("/stripe/v1/checkout/sessions/" + session
                        + query.replace("[", "%5B").replace("]", "%5D")))
                .header("Authorization", "Bearer " + Sandbox.STRIPE_KEY);
        return found(PAYMENT, http.expect(200, request).body());
    }

    void capture(String payment, BareRenewal one) throws IOException, InterruptedException {
        stripe(
                "/payment_intents/" + payment + "/capture",
                "expand[0]=latest_charge.balance_transaction&amount_to_capture=1307",
                one.reference() + "-c1");
    }

    void readLine(BareRenewal one) throws IOException, InterruptedException {
        String body = "{\"service_id\":" + PLAN + ",\"credit_party_identifier\":{\"account_number\":\"" + one.iccid()
                + "\"},\"page\":1,\"per_page\":100}";
        http.expect(200, dtone("/lookup/credit-party-benefits").POST(BodyPublishers.ofString(body)));
    }

    void order(BareRenewal one) throws IOException, InterruptedException {
        String body = "{\"external_id\":\"" + one.reference() + "-o1\",\"product_id\":" + product
                + ",\"auto_confirm\":true,\"callback_url\":\"" + callbacks + one.id()
                + "\",\"credit_party_identifier\":{\"account_number\":\"" + one.iccid() + "\"}}";
        http.expect(201, dtone("/async/transactions").POST(BodyPublishers.ofString(body)));
    }

    void findOrder(BareRenewal one) throws IOException, InterruptedException {
        http.expect(200, dtone("/transactions?external_id=" + one.reference() + "-o1&page=1&per_page=100"));
    }

    private HttpRequest.Builder dtone(String path) {
        String basic = Base64.getEncoder()
                .encodeToString((Sandbox.DTONE_KEY + ":" + Sandbox.DTONE_SECRET).getBytes(StandardCharsets.UTF_8));
        return http.request(sandbox.url("/dtone/v1" + path))
                .headers("Authorization", "Basic " + basic, "Content-Type", "application/json");
    }

    private String stripe(String path, String form, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = http.request(sandbox.url("/stripe/v1" + path))
                .headers("Authorization", "Bearer " + Sandbox.STRIPE_KEY, "Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return http.expect(200, request).body();
    }

    private static String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + body);
        }
        return matcher.group(1);
    }
}
