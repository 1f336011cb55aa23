package dev.keepline.simulator;

import dev.keepline.simulator.Simulation.Result;
import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;

/** {@code ./keepline sim --seeds N [--from S] [--trace]}: looks for a seed in which something happens that must not. */
public final class SimulatorCommand {

    /** Fewer seeds cannot be expected to go everywhere. */
    private static final long ENOUGH_FOR_COVERAGE = 5_000;

    private record Options(long seeds, long from, boolean trace) {}

    private final PrintStream out;

    private SimulatorCommand(PrintStream out) {
        this.out = out;
    }

    /** Exit code 0: nothing found. 1: a violation, or a stage that no seed reached. 2: not understood. */
    public static void main(String[] arguments) {
        System.exit(new SimulatorCommand(System.out).run(List.of(arguments)));
    }

    /** The command with its output and exit code, for tests. */
    static int run(List<String> arguments, PrintStream out) {
        return new SimulatorCommand(out).run(arguments);
    }

    private int run(List<String> arguments) {
        Options options;
        try {
            options = parse(arguments);
        } catch (IllegalArgumentException mistake) {
            out.println(mistake.getMessage());
            out.println("./keepline sim --help lists the options.");
            return 2;
        }
        return options.trace ? trace(options.from) : campaign(options);
    }

    private static Options parse(List<String> arguments) {
        long seeds = 0;
        // Positive and short enough to be typed again.
        long from = new SplittableRandom().nextLong(1_000_000_000_000L);
        boolean trace = false;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--seeds" -> seeds = number(arguments, ++i);
                case "--from" -> from = number(arguments, ++i);
                case "--trace" -> trace = true;
                default -> throw new IllegalArgumentException("not understood: " + arguments.get(i));
            }
        }
        if (seeds < 1 && !trace) {
            throw new IllegalArgumentException("--seeds N is missing");
        }
        return new Options(seeds, from, trace);
    }

    private static long number(List<String> arguments, int at) {
        if (at >= arguments.size() || !arguments.get(at).matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(arguments.get(at - 1) + " needs a number");
        }
        return Long.parseLong(arguments.get(at));
    }

    private int trace(long seed) {
        var result = Simulation.run(seed, Wiring.REAL, true);
        print(result);
        return result.violation().isPresent() ? 1 : 0;
    }

    private int campaign(Options options) {
        out.println("first seed " + options.from);
        long start = System.nanoTime();
        var report = Campaign.run(options.from, options.seeds, () -> Wiring.REAL);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.println(report.coverage());
        out.printf("hash %016x, %.1f s, %.0f seeds/s%n", report.hash(), seconds, report.seeds() / seconds);
        if (report.failed().isPresent()) {
            long seed = report.failed().get().seed();
            print(Simulation.run(seed, Wiring.REAL, true));
            out.println("again: ./keepline sim --from " + seed + " --trace");
            return 1;
        }
        var missing = report.coverage().missing();
        if (options.seeds >= ENOUGH_FOR_COVERAGE && !missing.isEmpty()) {
            out.println("never reached: " + String.join(", ", missing));
            return 1;
        }
        out.println(options.seeds + " seeds, 0 violations");
        return 0;
    }

    private void print(Result result) {
        result.trace().forEach(out::println);
        out.printf("seed %d, hash %016x%n", result.seed(), result.hash());
        result.violation().ifPresent(found -> out.println("VIOLATION " + found.getMessage()));
    }
}
