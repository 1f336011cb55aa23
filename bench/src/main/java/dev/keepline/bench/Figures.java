package dev.keepline.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, in the order it was measured, with what is aimed at. */
final class Figures {

    /** What a figure has to reach, or stay below. */
    record Aim(String words, java.util.function.DoublePredicate holds) {

        static Aim atLeast(double least) {
            return new Aim("≥ " + text(least), value -> value >= least);
        }

        static Aim atMost(double most) {
            return new Aim("≤ " + text(most), value -> value <= most);
        }
    }

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Aim> aims;

    Figures(Map<String, Aim> aims) {
        this.aims = Map.copyOf(aims);
    }

    /** Keeps a figure and prints it, with how much the machine had to do in the minute before. */
    void add(String key, double value) {
        values.put(key, value);
        Aim aim = aims.get(key);
        String verdict =
                aim == null ? "" : "  aim " + aim.words() + (aim.holds().test(value) ? "" : "  MISSED");
        System.out.printf(Locale.ROOT, "  %-24s %10s  (load %s)%s%n", key, text(value), Machine.load(), verdict);
    }

    /** The rate, and the median and 99th percentile in milliseconds, of one page. */
    void add(String name, Latencies page) {
        add(name + "_rps", page.perSecond());
        add(name + "_p50_ms", page.millis(0.50));
        add(name + "_p99_ms", page.millis(0.99));
    }

    double of(String key) {
        return values.getOrDefault(key, Double.NaN);
    }

    /** One flat JSON object; what the machine was is in its first keys. */
    String json(Map<String, String> machine) {
        String words = machine.entrySet().stream()
                .map(entry ->
                        "  \"" + entry.getKey() + "\": \"" + entry.getValue().replace("\"", "'") + "\",\n")
                .collect(Collectors.joining());
        return values.entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\": " + text(entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n" + words, "\n}\n"));
    }

    private static String text(double value) {
        return value == Math.rint(value) || Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value).contains("e")
                        ? String.format(Locale.ROOT, "%.4f", value)
                        : String.format(Locale.ROOT, "%.3g", value);
    }
}
