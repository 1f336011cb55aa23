package dev.keepline.simulator;

import dev.keepline.simulator.Simulation.Result;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Many seeds, spread over the processors; the same seeds give the same report, in whatever order they ran. */
public final class Campaign {

    private static final int BATCH = 1_000;

    /**
     * What became of them.
     *
     * @param seeds how many ran: less than asked for when one failed
     * @param hash of everything that happened in all of them
     * @param failed the first seed with a violation
     */
    public record Report(long seeds, long hash, Coverage coverage, Optional<Result> failed) {}

    private Campaign() {}

    /** Runs the seeds from {@code first} on, batch by batch, until one fails. Each run gets a wiring of its own. */
    public static Report run(long first, long count, Supplier<Wiring> wiring) {
        var coverage = new Coverage();
        long hash = 0;
        for (long done = 0; done < count; done += BATCH) {
            long size = Math.min(BATCH, count - done);
            var results = LongStream.range(first + done, first + done + size)
                    .parallel()
                    .mapToObj(seed -> Simulation.run(seed, wiring.get(), false))
                    .toList();
            for (var result : results) {
                coverage.add(result.coverage());
                hash = 31 * hash + result.hash();
            }
            var failed = results.stream()
                    .filter(result -> result.violation().isPresent())
                    .min(Comparator.comparingLong(Result::seed));
            if (failed.isPresent()) {
                return new Report(failed.get().seed() - first + 1, hash, coverage, failed);
            }
        }
        return new Report(count, hash, coverage, Optional.empty());
    }
}
