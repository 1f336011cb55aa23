package dev.keepline.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes about itself into {@code postmaster.pid}: one fact a line, in the order PostgreSQL's
 * {@code pidfile.h} gives.
 */
record PidFile(long pid, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty when there is no such file, or when it is half written. */
    static Optional<PidFile> read(Path file) throws IOException {
        try {
            return parse(Files.readAllLines(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    static Optional<PidFile> parse(List<String> lines) {
        if (lines.size() <= PORT_LINE
                || !lines.getFirst().strip().matches("\\d{1,18}")
                || !lines.get(PORT_LINE).strip().matches("\\d{1,5}")) {
            return Optional.empty();
        }
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new PidFile(
                Long.parseLong(lines.getFirst().strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip()),
                ready));
    }

    /** The process, if it lives and really is a PostgreSQL server: a pid may by now be somebody else's. */
    Optional<ProcessHandle> server() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.endsWith("/postgres"))
                        .orElse(false));
    }
}
