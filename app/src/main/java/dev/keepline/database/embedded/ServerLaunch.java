package dev.keepline.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts the server program and waits until it accepts connections, trying again while the cause is one that passes. */
final class ServerLaunch {
    private static final long RETRY_FOR = TimeUnit.SECONDS.toNanos(15);
    private static final long SAY_SO_AFTER = TimeUnit.SECONDS.toNanos(5);

    private final Cluster cluster;
    private final Durability durability;
    private final Consumer<String> progress;

    ServerLaunch(Cluster cluster, Durability durability, Consumer<String> progress) {
        this.cluster = cluster;
        this.durability = durability;
        this.progress = progress;
    }

    record Started(Process process, int port) {}

    Started start() throws IOException {
        long begun = System.nanoTime();
        while (true) {
            ServerLog log = ServerLog.startingNow(cluster.folders().log());
            int port = freePort();
            Process process = spawn(port);
            if (becomesReady(process)) {
                return new Started(process, port);
            }
            String text = log.text();
            if (!ServerLog.isPassing(text) || System.nanoTime() - begun > RETRY_FOR) {
                throw ServerLog.problem("the embedded database did not start", text, log.file());
            }
        }
    }

    /** Recovery after a crash may take minutes: as long as the process lives it is at work. */
    private boolean becomesReady(Process process) throws IOException {
        long begun = System.nanoTime();
        boolean said = false;
        while (!ended(process)) {
            Optional<PidFile> file = PidFile.read(cluster.folders().pidFile());
            if (file.filter(found -> found.ready() && found.pid() == process.pid())
                    .isPresent()) {
                return true;
            }
            if (!said && System.nanoTime() - begun > SAY_SO_AFTER) {
                progress.accept("The database is recovering");
                said = true;
            }
        }
        return false;
    }

    private static boolean ended(Process process) throws IOException {
        try {
            return process.waitFor(25, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private Process spawn(int port) throws IOException {
        Path folder = cluster.folders().cluster();
        List<String> command = new ArrayList<>(
                List.of(cluster.home().resolve("bin").resolve("postgres").toString(), "-D", folder.toString()));
        for (String setting : settings(port)) {
            command.add("-c");
            command.add(setting);
        }
        ProcessBuilder builder = new ProcessBuilder(cluster.user().command(command));
        builder.environment().put("LC_ALL", "C");
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(cluster.folders().log().toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private List<String> settings(int port) {
        String safe = durability == Durability.FULL ? "on" : "off";
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                // No socket file: its path may be too long, and one in /tmp would collide with other servers'.
                "unix_socket_directories=",
                "fsync=" + safe,
                "full_page_writes=" + safe,
                "synchronous_commit=" + safe,
                // What is done with a finished segment is said in the server's own settings: ./keepline backup changes
                // it.
                "archive_mode=" + safe,
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=warning",
                "log_checkpoints=off",
                "max_connections=100");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
