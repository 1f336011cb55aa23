package dev.keepline.simulator;

import dev.keepline.renewal.engine.EndReason;
import dev.keepline.renewal.engine.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each stage, fault and end was seen: a campaign that never went somewhere proves nothing about it. */
public final class Coverage {

    private final Map<String, Long> stages = new TreeMap<>();
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<EndReason, Long> ends = new EnumMap<>(EndReason.class);
    private long commits;

    void stage(Stage stage) {
        stages.merge(stage.getClass().getSimpleName(), 1L, Long::sum);
        if (stage instanceof Stage.NotCharged ended) {
            ends.merge(ended.reason(), 1L, Long::sum);
        }
    }

    void fault(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    void commit() {
        commits++;
    }

    void add(Coverage other) {
        other.stages.forEach((k, v) -> stages.merge(k, v, Long::sum));
        other.faults.forEach((k, v) -> faults.merge(k, v, Long::sum));
        other.ends.forEach((k, v) -> ends.merge(k, v, Long::sum));
        commits += other.commits;
    }

    /** Stages, faults and end reasons that were never seen. */
    public List<String> missing() {
        return Stream.of(
                        leaves(Stage.class).filter(name -> !stages.containsKey(name)),
                        Stream.of(Fault.values())
                                .filter(fault -> !faults.containsKey(fault))
                                .map(Fault::name),
                        Stream.of(EndReason.values())
                                .filter(end -> !ends.containsKey(end))
                                .map(EndReason::name))
                .flatMap(names -> names)
                .toList();
    }

    private static Stream<String> leaves(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses()).flatMap(Coverage::leaves)
                : Stream.of(sealed.getSimpleName());
    }

    @Override
    public String toString() {
        return "commits " + commits + "\nstages  " + text(stages) + "\nends    " + text(ends) + "\nfaults  "
                + text(faults);
    }

    private static String text(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
