package dev.keepline.database.backup;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What one base backup is.
 *
 * @param name its folder's, made of the time it began
 * @param system the server's own identifier: which installation it is of
 * @param timeline the history it belongs to; a restore begins a new one
 * @param server version of PostgreSQL
 * @param stoppedAt the earliest moment it can be restored to
 * @param firstSegment of the log that it needs
 * @param lastSegment of the log without which it is worth nothing
 * @param segmentBytes length of each
 * @param sha256 of its one file
 */
record Manifest(
        String name,
        String system,
        long timeline,
        String server,
        Instant stoppedAt,
        String firstSegment,
        String lastSegment,
        long segmentBytes,
        String sha256) {

    private static final String FILE = "manifest.properties";

    void write(Path folder) throws IOException {
        var facts = new TreeMap<>(Map.of(
                "name", name,
                "system", system,
                "timeline", String.valueOf(timeline),
                "server", server,
                "stopped-at", stoppedAt.toString(),
                "first-segment", firstSegment,
                "last-segment", lastSegment,
                "segment-bytes", String.valueOf(segmentBytes),
                "sha256", sha256));
        var file = Private.file(folder.resolve(FILE));
        try (Writer out = Files.newBufferedWriter(file)) {
            for (var fact : facts.entrySet()) {
                out.write(fact.getKey() + "=" + fact.getValue() + "\n");
            }
        }
        Private.sync(file);
    }

    static Manifest read(Path folder) throws IOException {
        var facts = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(FILE))) {
            facts.load(in);
        }
        return new Manifest(
                fact(facts, "name"),
                fact(facts, "system"),
                Long.parseLong(fact(facts, "timeline")),
                fact(facts, "server"),
                Instant.parse(fact(facts, "stopped-at")),
                fact(facts, "first-segment"),
                fact(facts, "last-segment"),
                Long.parseLong(fact(facts, "segment-bytes")),
                fact(facts, "sha256"));
    }

    private static String fact(Properties facts, String name) throws IOException {
        var value = facts.getProperty(name);
        if (value == null) {
            throw new IOException("the manifest of a backup has no " + name);
        }
        return value;
    }
}
