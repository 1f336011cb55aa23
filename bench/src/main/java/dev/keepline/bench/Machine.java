package dev.keepline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures were measured on: without it they say nothing. */
final class Machine {

    private Machine() {}

    static Map<String, String> describe(String postgres) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("machine", Runtime.getRuntime().availableProcessors() + " cores, " + processor());
        words.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        words.put("java", System.getProperty("java.vendor.version", "") + " " + Runtime.version());
        words.put("postgres", postgres);
        words.put("load_before", load());
        return words;
    }

    /** How many processes wanted a core in the last minute: above the bench's own, something else was measured too. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, "%.2f", load);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
