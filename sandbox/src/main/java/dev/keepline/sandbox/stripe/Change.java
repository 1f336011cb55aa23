package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Collects one call's writes in memory; a refusal on the way leaves nothing behind. */
final class Change implements Changes {
    /** In the order of its characters, so that ids sort by time and new objects lie together on file. */
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int TIME_DIGITS = 8;
    private static final int DIGITS = 24;

    /** Who asks: shown in the {@code request} of the events the call causes. */
    record Caller(Optional<String> request, Optional<String> idempotencyKey) {
        static final Caller NOBODY = new Caller(Optional.empty(), Optional.empty());
    }

    /** Work to be done at an instant of the sandbox clock. */
    record Later(Instant due, Task task, String id) {}

    private final Objects objects;
    private final Instant now;
    private final RandomGenerator random;
    private final Caller caller;
    private final Map<String, ObjectNode> written = new LinkedHashMap<>();
    private final List<ObjectNode> events = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();

    Change(Objects objects, Instant now, RandomGenerator random, Caller caller) {
        this.objects = objects;
        this.now = now;
        this.random = random;
        this.caller = caller;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String newId(String prefix) {
        var id = new StringBuilder(prefix).append('_');
        int at = id.length();
        long millis = now.toEpochMilli();
        for (int i = 0; i < TIME_DIGITS; i++, millis /= ALPHABET.length()) {
            id.insert(at, ALPHABET.charAt((int) (millis % ALPHABET.length())));
        }
        for (int i = TIME_DIGITS; i < DIGITS; i++) id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return id.toString();
    }

    @Override
    public Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(written.get(id)).or(() -> objects.find(id));
    }

    @Override
    public ObjectNode load(String object, String id, String param) {
        return find(id).filter(found -> found.path("object").asString().equals(object))
                .orElseThrow(() -> Refusal.noSuch(object, id, param));
    }

    @Override
    public void put(ObjectNode document) {
        written.put(document.path("id").asString(), document);
    }

    @Override
    public void emit(String type, ObjectNode object) {
        var event = Json.object()
                .put("id", newId("evt"))
                .put("object", "event")
                .put("api_version", Stripe.API_VERSION)
                .put("created", seconds());
        event.withObjectProperty("data").set("object", Documents.shown(object));
        event.put("livemode", false).put("pending_webhooks", 1);
        event.withObjectProperty("request")
                .put("id", caller.request().orElse(null))
                .put("idempotency_key", caller.idempotencyKey().orElse(null));
        event.put("type", type);
        put(event);
        events.add(event);
    }

    @Override
    public void later(Duration after, Task task, String id) {
        later.add(new Later(now.plus(after), task, id));
    }

    Iterable<ObjectNode> written() {
        return written.values();
    }

    List<ObjectNode> events() {
        return events;
    }

    List<Later> later() {
        return later;
    }

    boolean isEmpty() {
        return written.isEmpty();
    }
}
