package dev.keepline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** The control calls as a test uses them. */
public final class ControlClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;

    public ControlClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(method + " " + path + ": " + failed, failed);
        }
    }

    public JsonNode post(String path, String body) {
        HttpResponse<String> response = send("POST", path, body);
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return Json.parse(response.body());
    }

    public void fault(String counterpart, String operation, String fault) {
        fault(counterpart, operation, fault, "");
    }

    /** More members of the rule, for example {@code ,"delay_ms":50}. */
    public void fault(String counterpart, String operation, String fault, String more) {
        post("/control/faults", """
                {"counterpart":"%s","operation":"%s","fault":"%s"%s}""".formatted(counterpart, operation, fault, more));
    }

    /** Moves the clock and waits until what became due is done. */
    public void advance(long seconds) {
        JsonNode moved = post("/control/clock", "{\"advance_seconds\":" + seconds + "}");
        if (!moved.path("settled").asBoolean()) {
            throw new IllegalStateException("the sandbox is still busy: " + moved);
        }
    }

    /** Waits until what is due is done. */
    public void settle() {
        advance(0);
    }

    /** Asks again and again, a minute at most: for what happens on its own, without a call to wait on. */
    public static void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within a minute: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    public List<JsonNode> log(String query) {
        return Json.parse(send("GET", "/control/log?" + query, "").body())
                .valueStream()
                .toList();
    }
}
