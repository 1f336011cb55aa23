package dev.keepline.observe;

import com.zaxxer.hikari.HikariDataSource;
import dev.keepline.guard.Guard;
import dev.keepline.guard.Standing;
import dev.keepline.guard.Watcher;
import dev.keepline.jobs.WorkerPulse;
import dev.keepline.jobs.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names what this process knows of itself without asking anybody. */
final class OwnMetrics implements AutoCloseable {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20)
    };

    private final MeterRegistry registry;
    private final Gauges gauges;
    private final LogbackMetrics logs = new LogbackMetrics();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    OwnMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.gauges = new Gauges(registry);
    }

    /** The Java machine and the process. */
    void process(HikariDataSource pool) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collections.bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        logs.bindTo(registry);
        pool.setMetricRegistry(registry);
    }

    /** Ready and alive, as told to whoever asks. */
    void health(Health health) {
        gauges.truth("keepline.ready", "Whether requests should come here", Tags.empty(), health::ready);
        gauges.truth("keepline.alive", "Whether the process can do without a restart", Tags.empty(), health::alive);
    }

    /** The workers of each kind of work. */
    void workers(Workers workers) {
        for (var kind : workers.pulses().stream().map(WorkerPulse::kind).toList()) {
            var tags = Tags.of("kind", kind);
            gauges.count(
                    "keepline.workers.busy",
                    "Steps that run now",
                    tags,
                    () -> of(workers, kind).map(WorkerPulse::busy));
            gauges.count(
                    "keepline.workers.slots",
                    "Steps at most",
                    tags,
                    () -> of(workers, kind).map(WorkerPulse::slots));
            gauges.time(
                    "keepline.workers.looked",
                    "Since a worker last looked for work",
                    tags,
                    () -> of(workers, kind).map(WorkerPulse::lookedAgo));
        }
    }

    private static Optional<WorkerPulse> of(Workers workers, String kind) {
        return workers.pulses().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst();
    }

    /** How each counterpart answers, and whether it is called at all. */
    void vendors(List<Guard> guards) {
        for (var guard : guards) {
            for (var state : Standing.State.values()) {
                gauges.truth(
                        "keepline.vendor.state",
                        "1 for the state the counterpart is in",
                        Tags.of("vendor", guard.name(), "state", word(state)),
                        () -> guard.standing().state() == state);
            }
            guard.watch(timers(guard.name()));
        }
    }

    private Watcher timers(String vendor) {
        Map<Watcher.Ending, Timer> timers = new EnumMap<>(Watcher.Ending.class);
        Arrays.stream(Watcher.Ending.values())
                .forEach(ending -> timers.put(
                        ending,
                        Timer.builder("keepline.vendor.calls")
                                .description("Calls to a counterpart, by how they ended")
                                .tag("vendor", vendor)
                                .tag("ending", word(ending))
                                .serviceLevelObjectives(BOUNDS)
                                .register(registry)));
        return (ending, took) -> Optional.ofNullable(timers.get(ending)).ifPresent(timer -> timer.record(took));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        logs.close();
        collections.close();
    }
}
