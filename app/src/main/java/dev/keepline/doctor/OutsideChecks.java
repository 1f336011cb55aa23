package dev.keepline.doctor;

import dev.keepline.carriers.Connector;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.Gateway;
import dev.keepline.settings.Check;
import dev.keepline.settings.Dealing;
import dev.keepline.settings.Finding;
import dev.keepline.settings.Finding.Fine;
import dev.keepline.settings.Finding.Wrong;
import dev.keepline.settings.RealmRules;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What is at the other end: whether counterparts can be reached, take our keys, and have the same time as we. */
final class OutsideChecks {

    static final String SET_THE_CLOCK =
            "Switch time synchronisation on, for example: timedatectl set-ntp true. Webhooks signed at another time are"
                    + " refused.";

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Dealing> dealings;
    private final List<Gateway> gateways;
    private final List<Connector> connectors;
    private final boolean sandbox;
    private final InstantSource clock;

    OutsideChecks(
            List<Dealing> dealings,
            List<Gateway> gateways,
            List<Connector> connectors,
            boolean sandbox,
            InstantSource clock) {
        this.dealings = List.copyOf(dealings);
        this.gateways = List.copyOf(gateways);
        this.connectors = List.copyOf(connectors);
        this.sandbox = sandbox;
        this.clock = clock;
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        if (gateways.isEmpty()) {
            checks.add(missing("payment gateway", "nobody can pay", "keepline.stripe.key and .webhook-secret"));
        }
        if (connectors.isEmpty()) {
            checks.add(missing("carrier", "nothing can be renewed", "keepline.dtone.key and .secret"));
        }
        checks.add(new Check("one world", this::oneWorld));
        dealings.forEach(
                dealing -> checks.add(new Check("clock beside " + dealing.counterpart(), () -> clockBeside(dealing))));
        gateways.forEach(gateway -> checks.add(new Check("key for " + gateway.id(), () -> key(gateway))));
        connectors.forEach(connector -> checks.add(new Check("key for " + connector.id(), () -> key(connector))));
        return checks;
    }

    /** As the start refuses it. */
    private Finding oneWorld() {
        return RealmRules.problem(sandbox, dealings)
                .<Finding>map(problem -> new Wrong(
                        problem,
                        "Set keys and addresses of one world, and keepline.sandbox to match: the start refuses this."))
                .orElseGet(() -> new Fine(
                        sandbox
                                ? "the sandbox's: nothing is real"
                                : dealings.isEmpty() ? "nobody's" : "the vendors' own"));
    }

    private static Check missing(String what, String consequence, String settings) {
        var wrong = new Wrong("none is set: " + consequence, "Set " + settings + "; docs/settings.md describes them.");
        return new Check(what, () -> wrong);
    }

    private Finding key(Gateway gateway) {
        var answer = gateway.paymentsSince(clock.instant().minus(Duration.ofMinutes(1)));
        return answer instanceof Outcome.Done<?> ? new Fine("is taken") : refused(answer);
    }

    private Finding key(Connector connector) {
        return switch (connector.balance()) {
            case Outcome.Done(Money balance) ->
                balance.isPositive()
                        ? new Fine("is taken; our float there is " + balance)
                        : new Wrong("our float there is " + balance, "Pay money in: orders are refused without it.");
            case Outcome<Money> other -> refused(other);
        };
    }

    private static Finding refused(Outcome<?> answer) {
        return new Wrong(
                "not answered as hoped: " + answer,
                "401 or 403: correct the key (docs/settings.md). No connection: open the way out, or wait if they are down.");
    }

    private Finding clockBeside(Dealing dealing) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request =
                    HttpRequest.newBuilder(dealing.address()).timeout(PATIENCE).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.headers()
                    .firstValue("Date")
                    .map(date -> compare(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()))
                    .orElseGet(() -> new Fine(dealing.address() + " answers, and tells no time"));
        } catch (IOException unreachable) {
            return new Wrong(
                    dealing.address() + " does not answer: " + unreachable,
                    "Open the way out to it (firewall, proxy, name server), or wait if it is down.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Wrong("interrupted", "Try again.");
        }
    }

    private Finding compare(Instant theirs) {
        Duration apart = Duration.between(theirs, clock.instant()).abs();
        return apart.compareTo(CLOCKS_MAY_DIFFER) <= 0
                ? new Fine("within " + CLOCKS_MAY_DIFFER.toSeconds() + " s")
                : new Wrong("ours differs by " + apart.toSeconds() + " s", SET_THE_CLOCK);
    }
}
