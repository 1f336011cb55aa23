package dev.keepline.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line chose. Port 0 takes a free one; settings hold the counterparts' keys, without the dashes. */
public record SandboxOptions(int port, Path data, Map<String, String> settings) {

    static final String USAGE = """
            usage: Sandbox --port PORT --data DIR [--dtone-key K] [--dtone-secret S] [--dtone-missing empty|404]
                           [--stripe-key K] [--stripe-webhook-secret S] [--stripe-webhook-url URL]
                           [--smtp-port PORT] [--seed N]""";

    private static final Set<String> KNOWN = Set.of(
            "dtone-key",
            "dtone-secret",
            "dtone-missing",
            "stripe-key",
            "stripe-webhook-secret",
            "stripe-webhook-url",
            "smtp-port",
            "seed");

    public SandboxOptions {
        settings = Map.copyOf(settings);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port must lie between 0 and 65535, not " + port);
        }
    }

    /** The value of one setting, or the fallback when the command line did not name it. */
    public String setting(String name, String fallback) {
        return settings.getOrDefault(name, fallback);
    }

    /** Reads {@code --name value} pairs; an unknown name or a missing value is refused with a sentence. */
    public static SandboxOptions parse(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--")) {
                throw new IllegalArgumentException("expected an option, found " + args[i]);
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            given.put(args[i].substring(2), args[i + 1]);
        }
        int port = parsePort(given.remove("port"));
        String data = given.remove("data");
        if (data == null) {
            throw new IllegalArgumentException("--data DIR is required");
        }
        for (String name : given.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("unknown option --" + name);
            }
        }
        return new SandboxOptions(port, Path.of(data), given);
    }

    private static int parsePort(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("--port PORT is required");
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("--port needs a number, not " + text, notANumber);
        }
    }
}
