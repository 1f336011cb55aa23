package dev.keepline.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Work due later on the sandbox clock, stored with the change that caused it. An item runs at least once: after a kill
 * it runs again, so its task looks at the state before acting. Each runs on a virtual thread and may wait or call out.
 */
public final class Agenda implements AutoCloseable {

    private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
    private static final Duration SETTLE_POLL = Duration.ofMillis(2);
    private static final Duration LAST_ITEMS = Duration.ofSeconds(1);
    private static final int BATCH = 500;

    /** What to do with an item when its time has come. */
    @FunctionalInterface
    public interface Task {
        /** Does the work; an exception is a bug: it is printed and the item dropped. */
        void run(ObjectNode payload);
    }

    private final Store store;
    private final InstantSource clock;
    private final MVMap<String, String> items;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final AtomicLong sequence = new AtomicLong();
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread;
    private volatile boolean open = true;

    Agenda(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.items = store.map("agenda");
        sequence.set(items.keySet().stream()
                .mapToLong(key -> Long.parseLong(key.substring(key.indexOf('-') + 1)))
                .max()
                .orElse(0));
        this.thread = Thread.ofPlatform().name("agenda").daemon().unstarted(this::watch);
    }

    /** Names the task for items of a kind; every kind is named before the sandbox starts. */
    public void task(String kind, Task task) {
        tasks.put(kind, task);
    }

    /** Plans an item. Called inside {@link Store#write}, it is stored together with the rest of that change. */
    public void at(Instant due, String kind, ObjectNode payload) {
        ObjectNode item = Json.object().put("kind", kind);
        item.set("payload", payload);
        store.write(() -> {
            String key = String.format("%016d-%012d", due.toEpochMilli(), sequence.incrementAndGet());
            items.put(key, Json.write(item));
        });
        wake();
    }

    void start() {
        thread.start();
    }

    /** Looks at the agenda at once: something was planned or the clock moved. */
    void wake() {
        signal.release();
    }

    /** Waits until nothing is due or running, at most this long; false when something still was. */
    boolean settle(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        wake();
        while (somethingDue() || !running.isEmpty()) {
            if (deadline - System.nanoTime() <= 0) {
                return false;
            }
            LockSupport.parkNanos(SETTLE_POLL.toNanos());
        }
        return true;
    }

    private boolean somethingDue() {
        String first = items.firstKey();
        return first != null && dueAt(first) <= clock.instant().toEpochMilli();
    }

    private void watch() {
        while (open) {
            List<String> due = claim();
            for (String key : due) {
                Thread.ofVirtual().start(() -> run(key));
            }
            if (due.isEmpty()) {
                nap();
            }
        }
    }

    /** Taken inside a write, so that an item is seen only with the whole change that planned it, and that on file. */
    private List<String> claim() {
        if (nextDue() > clock.instant().toEpochMilli()) {
            return List.of();
        }
        return store.write(() -> {
            long now = clock.instant().toEpochMilli();
            List<String> due = new ArrayList<>();
            for (String key : items.keySet()) {
                if (dueAt(key) > now || due.size() == BATCH) {
                    break;
                }
                if (running.add(key)) {
                    due.add(key);
                }
            }
            return due;
        });
    }

    private long nextDue() {
        for (String key : items.keySet()) {
            if (!running.contains(key)) {
                return dueAt(key);
            }
        }
        return Long.MAX_VALUE;
    }

    private void run(String key) {
        try {
            @Nullable String stored = items.get(key);
            if (stored != null) {
                perform(Json.parseObject(stored));
            }
        } finally {
            store.write(() -> items.remove(key));
            running.remove(key);
            wake();
        }
    }

    private void perform(ObjectNode item) {
        String kind = item.path("kind").asString();
        @Nullable Task task = tasks.get(kind);
        if (task == null) {
            throw new IllegalStateException("no task for agenda items of kind " + kind);
        }
        task.run(item.path("payload").asObject());
    }

    private void nap() {
        long next = nextDue();
        long untilNext = next == Long.MAX_VALUE
                ? LONGEST_NAP.toMillis()
                : next - clock.instant().toEpochMilli();
        try {
            if (signal.tryAcquire(Math.clamp(untilNext, 0, LONGEST_NAP.toMillis()), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            open = false;
        }
    }

    private static long dueAt(String key) {
        return Long.parseLong(key.substring(0, key.indexOf('-')));
    }

    /** Starts nothing more and gives what runs a second to end; what does not runs again at the next start. */
    @Override
    public void close() {
        open = false;
        thread.interrupt();
        long deadline = System.nanoTime() + LAST_ITEMS.toNanos();
        while (!running.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(SETTLE_POLL.toNanos());
        }
    }
}
