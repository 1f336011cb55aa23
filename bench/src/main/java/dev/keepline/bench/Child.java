package dev.keepline.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process of its own whose output is a file. */
final class Child implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final String name;
    private final Process process;
    private final Path log;
    private final long begun = System.nanoTime();

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Child start(String name, Path folder, List<String> command, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(folder);
        File log = folder.resolve(name + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        return new Child(name, builder.start(), log.toPath());
    }

    /**
     * Waits until the port answers a request for the path with 200.
     *
     * @return how long that took, from the start of the process
     */
    Duration ready(int port, String path) throws IOException {
        byte[] request = Connection.get(path, "none=", false);
        while (true) {
            if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START.toNanos()) {
                throw new IllegalStateException(name + " did not start:\n" + Files.readString(log));
            }
            try (Connection connection = new Connection(port)) {
                if (connection.exchange(request) == 200) {
                    return Duration.ofNanos(System.nanoTime() - begun);
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    /** Memory it holds resident now, in mebibytes, as the operating system counts it. */
    long residentMb() throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
        String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return Long.parseLong(kilobytes) / 1024;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
