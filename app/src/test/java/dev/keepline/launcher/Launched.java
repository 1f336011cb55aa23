package dev.keepline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One {@code ./keepline …}, running what Maven just compiled. */
final class Launched implements AutoCloseable {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 600;

    private final Process process;
    private final Path output;

    private Launched(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Launched keepline(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("keepline").toString()));
        command.addAll(Arrays.asList(arguments));
        return start(command);
    }

    /** Runs bash with the launcher's functions defined. */
    static Launched functions(String script) throws IOException {
        return start(List.of("bash", "-uc", "LAUNCHER=" + ROOT.resolve("launcher") + "; ROOT=" + ROOT + "\n" + script));
    }

    private static Launched start(List<String> command) throws IOException {
        return alone(
                command,
                Map.of(
                        "KEEPLINE_APP_CLASSPATH", applicationClasspath(),
                        "KEEPLINE_SANDBOX_CLASSPATH", sandboxClasspath()));
    }

    /** Runs a command as it is, on nothing of what Maven just compiled unless the environment says so. */
    static Launched alone(List<String> command, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile("keepline-launched", ".out");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new Launched(builder.start(), output);
    }

    private static String applicationClasspath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String sandboxClasspath() {
        return ROOT.resolve("sandbox/target/classes") + File.pathSeparator + ROOT.resolve("sandbox/target/lib") + "/*";
    }

    /** Whether the sandbox's module was built up to where its libraries lie beside its classes. */
    static boolean isSandboxBuilt() {
        return Files.isDirectory(ROOT.resolve("sandbox/target/lib"));
    }

    /** Two neighbouring ports nobody listens on now; the first of them. */
    static int freePorts() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return second.getLocalPort() - 1;
            } catch (IOException taken) {
                assertThat(attempt).as("attempts to find free ports").isLessThan(99);
            }
        }
        throw new IOException("no two neighbouring ports are free");
    }

    /** A data folder in which the server's programs need not be unpacked again. */
    static Path dataFolder(Path parent) throws IOException {
        Path data = Files.createDirectories(parent.resolve("data"));
        Path programs = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
        Files.createSymbolicLink(data.resolve("postgres"), programs);
        return data;
    }

    /** Waits for a line with the text; fails when the process ends, or time runs out, before it comes. */
    Launched says(String text) throws IOException {
        long begun = System.nanoTime();
        while (!output().contains(text)) {
            boolean ended = endedWithin(20);
            if (ended && output().contains(text)) {
                return this;
            }
            assertThat(ended)
                    .as("ended without saying '%s' but: %s", text, output())
                    .isFalse();
            assertThat(System.nanoTime() - begun)
                    .as("nanoseconds without saying '%s' but: %s", text, output())
                    .isLessThan(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
        }
        return this;
    }

    /** Waits for the end; the exit code. */
    int ends() throws IOException {
        assertThat(endedWithin(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)))
                .as("ended; it said: %s", output())
                .isTrue();
        return process.exitValue();
    }

    private boolean endedWithin(long millis) throws IOException {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Sends a signal to the launcher itself. */
    Launched signal(String name) throws IOException {
        signal(name, process.pid());
        return this;
    }

    static void signal(String name, long pid) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).inheritIO().start();
    }

    /** The process one of the data folder's pid files names; only its first line counts. */
    static ProcessHandle named(Path pidFile) throws IOException {
        try (Stream<String> lines = Files.lines(pidFile)) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(pidFile + " names no living process"));
        }
    }

    static void hasEnded(ProcessHandle handle) {
        assertThat(handle.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .succeedsWithin(java.time.Duration.ofSeconds(PATIENCE_SECONDS));
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            process.destroy();
            ends();
        }
        Files.deleteIfExists(output);
    }
}
