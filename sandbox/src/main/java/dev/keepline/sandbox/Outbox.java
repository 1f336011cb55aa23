package dev.keepline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Outgoing callbacks and webhooks: stored with the change they report, tried until answered with 2xx or given up, sent
 * twice, late, out of order, torn or never when a fault says so. Order between deliveries is not promised.
 */
public final class Outbox {

    private static final String KIND = "deliver";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int MAX_AT_ONCE = 64;
    private static final Set<Fault> NAMED = EnumSet.of(Fault.DROP_BEFORE, Fault.DELAY, Fault.MALFORMED);
    private static final Set<Fault> ANY = EnumSet.of(Fault.DUPLICATE, Fault.REORDER);

    /** How a counterpart sends: its operation for faults, waits before each retry, headers made at the moment of sending. */
    public record Sender(String operation, List<Duration> retries, Function<Delivery, Map<String, String>> headers) {}

    private final Agenda agenda;
    private final SandboxClock clock;
    private final Faults faults;
    private final Map<String, Sender> senders = new ConcurrentHashMap<>();
    private final Semaphore atOnce = new Semaphore(MAX_AT_ONCE);
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Outbox(Agenda agenda, SandboxClock clock, Faults faults) {
        this.agenda = agenda;
        this.clock = clock;
        this.faults = faults;
        agenda.task(KIND, payload -> deliver(Delivery.of(payload)));
    }

    /** Names how a counterpart sends; done once, before the sandbox starts. */
    public void register(String counterpart, Sender sender) {
        senders.put(counterpart, sender);
    }

    /** Plans a delivery, faults applied. Inside {@link Store#write} it is stored with the change it reports. */
    public void send(String counterpart, String url, String body) {
        Delivery delivery = new Delivery(counterpart, url, body, 0);
        Optional<FaultRule> named = faults.take(counterpart, sender(counterpart).operation, NAMED);
        Optional<FaultRule> any = faults.takeAny(counterpart, ANY);
        Instant due = clock.instant();
        if (named.isPresent()) {
            FaultRule rule = named.get();
            switch (rule.fault()) {
                case DROP_BEFORE -> {
                    return;
                }
                case DELAY -> due = due.plus(rule.delayOr(3_000));
                default -> delivery = new Delivery(counterpart, url, body.substring(0, body.length() / 2), 0);
            }
        }
        if (any.isPresent() && any.get().fault() == Fault.DUPLICATE) {
            agenda.at(due.plus(any.get().delayOr(50)), KIND, delivery.stored());
        } else if (any.isPresent()) {
            due = due.plus(any.get().delayOr(1_500));
        }
        agenda.at(due, KIND, delivery.stored());
    }

    /** The operation deliveries of a counterpart carry in fault rules. */
    Optional<String> operation(String counterpart) {
        return Optional.ofNullable(senders.get(counterpart)).map(Sender::operation);
    }

    private Sender sender(String counterpart) {
        @Nullable Sender sender = senders.get(counterpart);
        if (sender == null) {
            throw new IllegalStateException(counterpart + " is not registered to send");
        }
        return sender;
    }

    private void deliver(Delivery delivery) {
        Sender sender = sender(delivery.counterpart());
        if (!post(delivery, sender.headers.apply(delivery)) && delivery.attempt() < sender.retries.size()) {
            Instant again = clock.instant().plus(sender.retries.get(delivery.attempt()));
            ObjectNode next = delivery.next().stored();
            agenda.at(again, KIND, next);
        }
    }

    /** Whether the other end answered 2xx. Anything else is retried, so the reason is not kept. */
    private boolean post(Delivery delivery, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(delivery.url()))
                    .timeout(ANSWER_WITHIN)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(delivery.body()));
            headers.forEach(request::header);
            atOnce.acquire();
            try {
                return http.send(request.build(), BodyHandlers.discarding()).statusCode() / 100 == 2;
            } finally {
                atOnce.release();
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
