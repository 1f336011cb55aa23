package dev.keepline.sandbox.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.sandbox.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client written from DT One's specification; every answer it gets is held against that specification. */
final class DtOneClient {

    /** One answer. */
    record Answer(int status, JsonNode body, HttpHeaders headers) {

        long id() {
            return body.path("id").asLong();
        }

        String state() {
            return body.path("status").path("message").asString();
        }

        int stateClass() {
            return body.path("status").path("class").path("id").asInt();
        }

        int errorCode() {
            return body.path("errors").path(0).path("code").asInt();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String authorization;

    DtOneClient(String sandboxUrl) {
        this(sandboxUrl, "sandbox-key:sandbox-secret");
    }

    DtOneClient(String sandboxUrl, String credentials) {
        this.baseUrl = sandboxUrl + "/dtone/v1";
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String pathAndQuery) throws IOException {
        return send("GET", pathAndQuery, "");
    }

    Answer post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    /** As {@link #post}, the body read as text: what comes may not be JSON. */
    HttpResponse<String> raw(String method, String pathAndQuery, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + pathAndQuery))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Orders, and gives up after a tenth of a second with an {@link IOException}. */
    void impatient(ObjectNode order) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/async/transactions"))
                .header("Authorization", authorization)
                .timeout(Duration.ofMillis(100))
                .POST(BodyPublishers.ofString(Json.write(order)))
                .build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Answer send(String method, String pathAndQuery, String body) throws IOException {
        HttpResponse<String> response = raw(method, pathAndQuery, body);
        JsonNode answer = Json.parse(response.body());
        String path = URI.create(pathAndQuery).getPath();
        Specification.find()
                .ifPresent(specification -> assertThat(
                                specification.objections(method, path, response.statusCode(), answer))
                        .as("%s %s → %d %s", method, path, response.statusCode(), answer)
                        .isEmpty());
        return new Answer(response.statusCode(), answer, response.headers());
    }

    int operator(String name) throws IOException {
        return get("/operators?country_iso_code=USA")
                .body()
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asInt();
    }

    /** The sandbox operator's plan whose validity has these days and whose data this many gigabytes. */
    int plan(int days, int gigabytes) throws IOException {
        return get("/products?service_id=13&operator_id=" + operator("Sandbox Mobile"))
                .body()
                .valueStream()
                .filter(each -> each.path("validity").path("quantity").asInt() == days)
                .filter(each -> each.path("name").asString().endsWith(" " + gigabytes + " GB"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asInt();
    }

    JsonNode airtime(String operator, String type, int amount) throws IOException {
        return get("/products?service_id=1&type=" + type + "&operator_id=" + operator(operator))
                .body()
                .valueStream()
                .filter(each ->
                        amount == 0 || each.path("destination").path("amount").asInt(-1) == amount)
                .findFirst()
                .orElseThrow();
    }

    static ObjectNode order(String externalId, int product) {
        return Json.object()
                .put("external_id", externalId)
                .put("product_id", product)
                .put("auto_confirm", true);
    }

    static ObjectNode esimOrder(String externalId, int product, String iccid) {
        ObjectNode order = order(externalId, product);
        order.putObject("credit_party_identifier").put("account_number", iccid);
        return order;
    }

    static ObjectNode mobileOrder(String externalId, int product, String msisdn) {
        ObjectNode order = order(externalId, product);
        order.putObject("credit_party_identifier").put("mobile_number", msisdn);
        return order;
    }

    Answer sync(ObjectNode order) throws IOException {
        return post("/sync/transactions", Json.write(order));
    }

    Answer async(ObjectNode order) throws IOException {
        return post("/async/transactions", Json.write(order));
    }

    /** Everything on a line, over all pages. */
    List<JsonNode> benefits(String iccid) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        ObjectNode body = Json.object().put("service_id", 13).put("per_page", 100);
        body.putObject("credit_party_identifier").put("account_number", iccid);
        Answer answer;
        do {
            body.put("page", body.path("page").asInt(0) + 1);
            answer = post("/lookup/credit-party-benefits", Json.write(body));
            assertThat(answer.status()).isEqualTo(200);
            answer.body().forEach(all::add);
        } while (answer.headers().firstValue("X-Next-Page").isPresent());
        return all;
    }

    /** The data left on a line in gigabytes, packages added up. */
    double gigabytes(String iccid) throws IOException {
        return benefits(iccid).stream()
                .filter(each -> each.path("type").asString().equals("DATA"))
                .mapToDouble(each -> each.path("amount").asDouble())
                .sum();
    }

    /** The latest end of anything on the line. */
    Instant end(String iccid) throws IOException {
        return benefits(iccid).stream()
                .map(each -> Instant.parse(each.path("expiration_date").asString()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    double available() throws IOException {
        return get("/balances").body().path(0).path("available").asDouble();
    }
}
