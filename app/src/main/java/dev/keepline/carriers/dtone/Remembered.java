package dev.keepline.carriers.dtone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers kept for a while, the latest so many of them. */
final class Remembered<K, V> {

    private static final int MOST = 64;

    private final Duration life;
    private final InstantSource clock;
    private final Map<K, Kept<V>> entries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Duration life, InstantSource clock) {
        this.life = life;
        this.clock = clock;
    }

    private record Kept<V>(V value, Instant until) {}

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Kept::value);
    }

    synchronized void put(K key, V value) {
        entries.remove(key);
        entries.put(key, new Kept<>(value, clock.instant().plus(life)));
    }
}
