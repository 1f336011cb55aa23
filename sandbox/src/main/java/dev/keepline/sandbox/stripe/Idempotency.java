package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers saved under idempotency keys, whatever they were, a 500 too, until they are pruned 24 hours later
 * (docs.stripe.com/api/idempotent_requests).
 */
final class Idempotency {
    static final Duration KEPT = Duration.ofHours(24);
    static final int LONGEST_KEY = 255;
    private static final int PRUNED_PER_SAVE = 16;

    private final MVMap<String, String> answers;
    private final MVMap<String, String> byAge;
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    /** A saved answer and what the key was first used for. */
    record Saved(String fingerprint, Instant at, String request, int status, String body) {}

    Idempotency(Store store) {
        this.answers = store.map("stripe.idempotency");
        this.byAge = store.map("stripe.idempotency.age");
    }

    /** Claims the key for one request at a time. */
    boolean enter(String key) {
        return inProgress.add(key);
    }

    void leave(String key) {
        inProgress.remove(key);
    }

    /** The saved answer, unless it is old enough to be gone. */
    Optional<Saved> find(String key, Instant now) {
        return Optional.ofNullable(answers.get(key)).map(Idempotency::parse).filter(saved -> alive(saved.at(), now));
    }

    /** Saves an answer and drops a few that are too old. Only inside {@link Store#write}. */
    void save(String key, Saved saved) {
        var stored = Json.object()
                .put("fingerprint", saved.fingerprint())
                .put("at", saved.at().toEpochMilli())
                .put("request", saved.request())
                .put("status", saved.status())
                .put("body", saved.body());
        answers.put(key, Json.write(stored));
        byAge.put(age(saved.at(), key), key);
        prune(saved.at());
    }

    private void prune(Instant now) {
        String tooOld = age(now.minus(KEPT), "");
        @Nullable String oldest = byAge.firstKey();
        for (int i = 0; i < PRUNED_PER_SAVE && oldest != null && oldest.compareTo(tooOld) < 0; i++) {
            byAge.remove(oldest);
            // A key used again after its answer was gone has a younger answer: that one stays.
            String key = oldest.substring(oldest.indexOf('|') + 1);
            if (find(key, now).isEmpty()) answers.remove(key);
            oldest = byAge.firstKey();
        }
    }

    private static boolean alive(Instant at, Instant now) {
        return at.plus(KEPT).isAfter(now);
    }

    private static String age(Instant at, String key) {
        return String.format("%016d|%s", at.toEpochMilli(), key);
    }

    private static Saved parse(String text) {
        var stored = Json.parseObject(text);
        return new Saved(
                stored.path("fingerprint").asString(),
                Instant.ofEpochMilli(stored.path("at").asLong()),
                stored.path("request").asString(),
                stored.path("status").asInt(),
                stored.path("body").asString());
    }

    /** One text for the same call with the same parameters. */
    static String fingerprint(String path, Params params) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] call = (path + "\n" + params.canonical()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(call));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
