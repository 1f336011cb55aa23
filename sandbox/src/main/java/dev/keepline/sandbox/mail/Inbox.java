package dev.keepline.sandbox.mail;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.SandboxClock;
import dev.keepline.sandbox.Store;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Letters received, as they came. */
final class Inbox {

    private static final int KEPT = 2_000;

    private final Map<String, String> letters;
    private final Store store;
    private final SandboxClock clock;

    Inbox(Store store, SandboxClock clock) {
        this.store = store;
        this.clock = clock;
        this.letters = store.map("mail.letters");
    }

    void add(String to, String raw) {
        store.write(() -> {
            long last =
                    letters.keySet().stream().mapToLong(Long::parseLong).max().orElse(0);
            letters.put(
                    String.valueOf(last + 1),
                    Json.object()
                            .put("to", to)
                            .put("at", clock.instant().toString())
                            .put("raw", raw)
                            .toString());
            letters.remove(String.valueOf(last + 1 - KEPT));
        });
    }

    /** All of them, newest first. */
    List<Received> newest() {
        return new TreeMap<>(letters)
                .entrySet().stream()
                        .map(entry -> letter(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(Received::number).reversed())
                        .toList();
    }

    Optional<Received> find(String number) {
        return Optional.ofNullable(letters.get(number)).map(stored -> letter(number, stored));
    }

    void clear() {
        store.write(letters::clear);
    }

    private static Received letter(String number, String stored) {
        JsonNode json = Json.parse(stored);
        return Received.parse(
                Long.parseLong(number),
                json.path("to").asString(),
                json.path("at").asString(),
                json.path("raw").asString());
    }
}
