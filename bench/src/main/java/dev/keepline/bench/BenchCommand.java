package dev.keepline.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./keepline bench}: measures this installation and prints what it found beside what is aimed at. */
public final class BenchCommand {

    private BenchCommand() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new HashMap<>();
        Deque<String> words = new ArrayDeque<>(List.of(args));
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--quick" -> given.put(word, "");
                case "--json", "--only", "--keepline", "--java", "--sandbox-classpath", "--folder" -> {
                    if (words.isEmpty()) {
                        refuse(word + " needs a value");
                    }
                    given.put(word, words.pop());
                }
                default -> refuse("there is no option '" + word + "'");
            }
        }
        run(given);
        System.exit(0); // the HTTP client's threads would keep the process for a while
    }

    private static void run(Map<String, String> given) throws Exception {
        var setup = new Setup(
                Path.of(given.getOrDefault("--keepline", "keepline")).toAbsolutePath(),
                given.getOrDefault("--java", "java"),
                given.getOrDefault("--sandbox-classpath", ""),
                Path.of(given.getOrDefault("--folder", "target/bench")).toAbsolutePath());
        Sizes sizes = given.containsKey("--quick") ? Sizes.QUICK : Sizes.WHOLE;
        if (given.containsKey("--only")) {
            if (!Sizes.PARTS.contains(given.get("--only"))) {
                refuse("--only takes one of " + Sizes.PARTS);
            }
            sizes = sizes.only(given.get("--only"));
        }
        String json = new Bench(setup, sizes).run();
        if (given.containsKey("--json")) {
            Files.writeString(Path.of(given.get("--json")), json, StandardCharsets.UTF_8);
        }
    }

    private static void refuse(String problem) {
        System.err.println("keepline: " + problem);
        System.err.println("          ./keepline bench --help lists the options.");
        System.exit(2);
    }
}
