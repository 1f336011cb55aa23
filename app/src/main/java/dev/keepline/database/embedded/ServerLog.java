package dev.keepline.database.embedded;

import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a server printed since it was started, and what that means for the person at the terminal. */
record ServerLog(Path file, long from) {
    private static final long ROTATE_AT = 10_000_000;
    private static final int READ_AT_MOST = 20_000;

    /** Opens the log at its present end; a large one is set aside first, the one set aside before is dropped. */
    static ServerLog startingNow(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > ROTATE_AT) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    String text() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(from, log.length() - READ_AT_MOST);
            byte[] bytes = new byte[(int) Math.max(0, log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Causes that pass by themselves: processes of a killed server still ending, a port taken a moment ago. */
    static boolean isPassing(String text) {
        return text.contains("is another postmaster")
                || text.contains("is another postgres")
                || text.contains("pre-existing shared memory block")
                || text.contains("Address already in use");
    }

    /** The problem behind a server or initdb that ended instead of starting. */
    static StartupProblem problem(String what, String text, Path file) {
        if (text.contains("No space left on device")) {
            return new StartupProblem(what + ": the disk is full", "Make room in the data folder, then start again.");
        }
        if (text.contains("Permission denied") || text.contains("Operation not permitted")) {
            return new StartupProblem(
                    what + ": " + lastLine(text),
                    "Give the user that starts Keepline the data folder and everything in it, or name another with --data.");
        }
        if (isPassing(text)) {
            return new StartupProblem(
                    what + ": another PostgreSQL works on the same data folder",
                    "Stop that server, or name another folder with --data.");
        }
        return new StartupProblem(what + ": " + lastLine(text), "See " + file + " for all it said.");
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("rror"))
                .reduce((earlier, later) -> later)
                .or(() -> text.lines().reduce((earlier, later) -> later))
                .orElse("it said nothing")
                .strip();
    }
}
