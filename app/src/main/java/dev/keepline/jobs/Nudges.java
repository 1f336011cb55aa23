package dev.keepline.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the runners of this process that something may be due: a hint that saves the idle time, nothing more. */
final class Nudges {

    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    void listen(String kind, Runnable listener) {
        listeners.computeIfAbsent(kind, _ -> new CopyOnWriteArrayList<>()).add(listener);
    }

    void nudge(String kind) {
        listeners.getOrDefault(kind, List.of()).forEach(Runnable::run);
    }
}
