package dev.keepline.database.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The server's log, segment by segment, each compressed under its own name. Written by the server, never changed. */
record Archive(Path folder) {

    private static final String PACKED = ".gz";
    private static final int NAME_LENGTH = 24;

    /**
     * What the server runs for each finished segment. It succeeds only when the segment is safely there, and says so again
     * when asked again; a different one under the same name is refused, never replaced.
     */
    String archiveCommand() {
        return """
                umask 077; f=%s/%%f.gz; if test -f "$f"; then gzip -dc "$f" | cmp -s - "%%p"; \
                else gzip -c "%%p" > "$f.part" && sync "$f.part" && mv "$f.part" "$f" && sync %s; fi""".formatted(quoted(), quoted());
    }

    /** What the server runs in a restore to get a segment; it fails, leaving nothing, where there is none. */
    String restoreCommand() {
        return "test -f %s/%%f.gz && gzip -dc %s/%%f.gz > \"%%p\"".formatted(quoted(), quoted());
    }

    /** For the shell; and a per cent sign means itself to the server. */
    private String quoted() {
        return "'" + folder.toString().replace("%", "%%").replace("'", "'\\''") + "'";
    }

    boolean has(String segment) {
        return Files.isRegularFile(file(segment));
    }

    private Path file(String segment) {
        return folder.resolve(segment + PACKED);
    }

    /** The first segment from one to another, both included, that is missing or cannot be read whole. */
    Optional<String> broken(String first, String last, long segmentBytes) throws IOException {
        var segment = first;
        while (segment.compareTo(last) <= 0) {
            if (!has(segment) || size(segment) != segmentBytes) {
                return Optional.of(segment);
            }
            segment = next(segment, segmentBytes);
        }
        return Optional.empty();
    }

    /** How long it is when it is unpacked; below zero when it cannot be. */
    private long size(String segment) throws IOException {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file(segment)));
                InputStream content = new GZIPInputStream(packed, 1 << 16)) {
            return content.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (java.util.zip.ZipException | java.io.EOFException torn) {
            return -1;
        }
    }

    /** The name of the segment after: eight digits each of timeline, log, and segment in the log. */
    static String next(String segment, long segmentBytes) {
        long each = 0x1_0000_0000L / segmentBytes;
        long number =
                Long.parseLong(segment.substring(8, 16), 16) * each + Long.parseLong(segment.substring(16), 16) + 1;
        return segment.substring(0, 8) + "%08X%08X".formatted(number / each, number % each);
    }

    /** Removes what is older than this segment: no backup that is kept needs it. How many there were. */
    int dropBefore(String segment) throws IOException {
        int dropped = 0;
        for (Path each : files()) {
            var name = each.getFileName().toString();
            boolean log = name.matches("[0-9A-F]{%d}([.].*)?".formatted(NAME_LENGTH));
            // The timeline does not count: a segment stays with every history that goes through it.
            if (log && name.substring(8, NAME_LENGTH).compareTo(segment.substring(8)) < 0) {
                Files.delete(each);
                dropped++;
            }
        }
        return dropped;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
