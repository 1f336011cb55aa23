package dev.keepline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private ControlClient control;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(new SandboxOptions(0, folder, Map.of()));
        control = new ControlClient(sandbox.baseUrl());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_page_says_that_nothing_behind_it_is_real() {
        HttpResponse<String> page = control.send("GET", "/control", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("No real card, carrier or money is behind this");
        assertThat(control.send("GET", "/", "").body()).contains("<h1>Keepline sandbox</h1>");
    }

    @Test
    void the_form_sets_what_the_call_sets() throws IOException, InterruptedException {
        HttpResponse<String> posted =
                form("/control/form/fault", "target=dtone+order&fault=drop_after&often=20%25", "");
        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(control.send("GET", "/control/faults", "").body())
                .contains("\"operation\":\"order\",\"fault\":\"drop_after\",\"rate\":0.2");
        assertThat(control.send("GET", "/control", "").body()).contains("20% of calls");
        form("/control/form/clear", "", "");
        assertThat(control.send("GET", "/control/faults", "").body()).isEqualTo("[]");
    }

    @Test
    void another_sites_page_may_not_set_anything() throws IOException, InterruptedException {
        assertThat(form("/control/form/clock", "hours=1", "http://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(form("/control/form/clock", "hours=1", sandbox.baseUrl()).statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"counterpart\":\"dtone\",\"fault\":\"nonsense\"}",
                "{\"counterpart\":\"dtone\",\"operation\":\"ordr\",\"fault\":\"delay\"}",
                "{\"counterpart\":\"dtone\",\"fault\":\"delay\",\"times\":0}",
                "{\"counterpart\":\"dtone\",\"fault\":\"delay\",\"rate\":1.5}",
                "{\"counterpart\":\"dtone\",\"fault\":\"delay\",\"delay_ms\":-1}"
            })
    void a_rule_that_would_never_strike_is_refused_with_a_sentence(String rule) {
        HttpResponse<String> answer = control.send("POST", "/control/faults", rule);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).path("error").asString()).isNotBlank();
    }

    @Test
    void the_log_tells_what_was_sent_and_keeps_credentials_out() {
        control.send("POST", "/dtone/v1/async/transactions?x=1", "{\"a\":1}");
        assertThat(control.log("counterpart=dtone&operation=order"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("method").asString()).isEqualTo("POST");
                    assertThat(entry.path("path").asString()).isEqualTo("/v1/async/transactions");
                    assertThat(entry.path("query").asString()).isEqualTo("x=1");
                    assertThat(entry.path("body").asString()).isEqualTo("{\"a\":1}");
                    assertThat(entry.path("status").asInt()).isEqualTo(401);
                    assertThat(entry.path("headers").has("authorization")).isFalse();
                });
    }

    @Test
    void the_clock_goes_forward_only_and_outlives_a_restart() {
        control.advance(Duration.ofDays(40).toSeconds());
        assertThat(control.send("POST", "/control/clock", "{\"advance_seconds\":-5}")
                        .statusCode())
                .isEqualTo(400);
        sandbox.close();
        start();
        Instant now = Instant.parse(
                Json.parse(control.send("GET", "/control/clock", "").body())
                        .path("now")
                        .asString());
        assertThat(now).isAfter(Instant.now().plus(Duration.ofDays(39)));
        control.post("/control/reset", "");
        assertThat(control.send("GET", "/control/clock", "").body()).contains("\"offset_seconds\":0");
    }

    @Test
    void a_folder_or_port_in_use_is_said_plainly() {
        assertThatThrownBy(() -> Sandbox.start(new SandboxOptions(0, folder, Map.of())))
                .isInstanceOf(SandboxFailure.class)
                .hasMessageContaining("in use by another sandbox");
        assertThatThrownBy(() -> Sandbox.start(new SandboxOptions(sandbox.port(), folder.resolve("other"), Map.of())))
                .isInstanceOf(SandboxFailure.class)
                .hasMessageContaining("choose another --port");
    }

    @Test
    void damaged_data_is_said_plainly_and_left_alone() throws IOException {
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("sandbox.mv"), "not a store");
        assertThatThrownBy(() -> Store.open(damaged))
                .isInstanceOf(SandboxFailure.class)
                .hasMessageContaining("Move the file away");
        assertThat(damaged.resolve("sandbox.mv")).hasContent("not a store");
    }

    private HttpResponse<String> form(String path, String body, String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
