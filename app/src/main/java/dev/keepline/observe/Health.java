package dev.keepline.observe;

import dev.keepline.jobs.WorkerPulse;
import dev.keepline.jobs.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Whether this process should get requests (ready), and whether it can be helped by a restart only (not alive). Answering
 * costs nothing: what has to be asked is asked beforehand.
 */
public final class Health implements ApplicationListener<ApplicationEvent> {

    /** A worker that has not even looked for work in so long is stuck: it looks several times a second. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final DatabaseProbe database;
    private final Workers workers;
    private volatile boolean started;
    private volatile boolean ending;

    Health(DatabaseProbe database, Workers workers) {
        this.database = database;
        this.workers = workers;
    }

    /** What is looked at. */
    public enum Part {
        STARTED,
        NOT_ENDING,
        DATABASE,
        MIGRATED,
        WORKERS
    }

    /**
     * How a part does.
     *
     * @param detail for programs and operators, in English; empty when there is nothing to add
     * @param ago since it last gave a sign, where it gives any
     */
    public record State(Part part, boolean well, String detail, Optional<Duration> ago) {

        State(Part part, boolean well, String detail) {
            this(part, well, detail, Optional.empty());
        }
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        started = started || event instanceof ApplicationReadyEvent;
        ending = ending || event instanceof ContextClosedEvent;
    }

    /** Each part. */
    public List<State> parts() {
        var stuck = workers.pulses().stream().filter(Health::isStuck).toList();
        return List.of(
                new State(Part.STARTED, started, ""),
                new State(Part.NOT_ENDING, !ending, ""),
                new State(
                        Part.DATABASE,
                        database.reachable(),
                        database.answeredAgo()
                                .map(ago -> "answered " + ago.toMillis() + " ms ago")
                                .orElse("has not answered yet"),
                        database.answeredAgo()),
                new State(
                        Part.MIGRATED,
                        database.missing().isEmpty(),
                        database.missing().isEmpty() ? "" : "missing " + database.missing()),
                new State(
                        Part.WORKERS,
                        stuck.isEmpty(),
                        stuck.stream().map(WorkerPulse::kind).collect(Collectors.joining(", "))));
    }

    private static boolean isStuck(WorkerPulse pulse) {
        return !pulse.alive() || pulse.lookedAgo().compareTo(STUCK) > 0;
    }

    /** Whether requests should come here. */
    public boolean ready() {
        return parts().stream().allMatch(State::well);
    }

    /** False when only a restart helps: a thread that never ends has ended. An absent database is no such thing. */
    public boolean alive() {
        return ending || workers.pulses().stream().allMatch(WorkerPulse::alive);
    }
}
