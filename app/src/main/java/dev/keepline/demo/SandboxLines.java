package dev.keepline.demo;

import dev.keepline.demo.DemoLine.End;
import dev.keepline.kernel.Iccid;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Makes lines known to the sandbox's carrier, by its control page's HTTP calls. */
final class SandboxLines {

    private final RestClient sandbox;

    SandboxLines(URI sandbox) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(Duration.ofSeconds(10));
        this.sandbox = RestClient.builder()
                .baseUrl(sandbox.toString())
                .requestFactory(requests)
                .build();
    }

    /** Idempotent: a line that is there is replaced. */
    void provision(Iccid iccid, End.Recorded end, Instant now) {
        var line = Map.of(
                "iccid",
                iccid.digits(),
                "operator",
                "Sandbox Mobile",
                "benefits",
                List.of(Map.of("type", "DATA", "unit", "GB", "amount", new java.math.BigDecimal(end.gigabytes()))),
                "expiration_date",
                now.plus(Duration.ofDays(end.days())).toString());
        sandbox.post().uri("/control/dtone/lines").body(line).retrieve().toBodilessEntity();
    }
}
