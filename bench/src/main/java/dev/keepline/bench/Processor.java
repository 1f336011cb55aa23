package dev.keepline.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time that processes took, their children's included (but for the bench's own). It hardly depends on who else shares the cores, so it says
 * where time goes even where the clock on the wall does not.
 */
final class Processor {

    private final Map<String, Long> processes = new LinkedHashMap<>();
    private final Map<String, Duration> before = new LinkedHashMap<>();

    /** @param processes ids by the names that figures give them */
    Processor(Map<String, Long> processes) {
        this.processes.putAll(processes);
    }

    /** Counts from now on. */
    Processor from() {
        processes.forEach((name, pid) -> before.put(name, taken(pid)));
        return this;
    }

    /** Adds what each took since, in milliseconds for each of so many things done. */
    void to(Figures figures, String name, long things) {
        processes.forEach((process, pid) -> figures.add(
                name + "_" + process + "_cpu_ms",
                taken(pid).minus(before.getOrDefault(process, Duration.ZERO)).toNanos() / 1e6 / things));
    }

    private static Duration taken(long pid) {
        var process = ProcessHandle.of(pid).orElseThrow();
        // The children of the bench itself are what it measures.
        boolean alone = process.equals(ProcessHandle.current());
        return Stream.concat(Stream.of(process), alone ? Stream.empty() : process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
