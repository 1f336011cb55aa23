package dev.keepline.database.embedded;

import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. For root the server is started inside a user namespace where root is nobody, so
 * that its files stay root's; where namespaces are forbidden (many containers), as the user nobody, who then owns them.
 *
 * @param prefix what precedes the server's own command line
 * @param owner numeric user that must own the server's files, or below zero when it is us
 */
record ServerUser(List<String> prefix, int owner) {
    private static final int NOBODY = 65534;

    /** The way that works here for who we are. */
    static ServerUser find() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerUser(List.of(), -1);
        }
        ServerUser namespace = new ServerUser(List.of("unshare", "-U"), -1);
        return namespace.works() ? namespace : nobody();
    }

    /** As the user nobody. @throws StartupProblem when the machine has no means for it */
    static ServerUser nobody() throws IOException {
        ServerUser nobody = new ServerUser(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs"),
                NOBODY);
        if (nobody.works()) {
            return nobody;
        }
        throw new StartupProblem(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here",
                "Start Keepline as an ordinary user, or name a PostgreSQL server with --db-url.");
    }

    private boolean works() throws IOException {
        try {
            Process probe = new ProcessBuilder(command(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    List<String> command(List<String> command) {
        return java.util.stream.Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Hands over what exists of these, so that the server can write there. */
    void own(List<Path> paths) throws IOException {
        if (owner < 0) {
            return;
        }
        for (Path path : paths) {
            if (Files.exists(path)) {
                try (var below = Files.walk(path)) {
                    for (Path each : (Iterable<Path>) below::iterator) {
                        Files.setAttribute(each, "unix:uid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                    }
                }
            }
        }
    }
}
