package dev.keepline.database.embedded;

import java.nio.file.Path;

/**
 * Where one embedded server keeps its things.
 *
 * @param binaries parent of the unpacked programs, one folder a version
 * @param cluster the server's own data folder
 * @param password file with the owner's password, readable by us only
 * @param log what the server prints
 */
public record ServerFolders(Path binaries, Path cluster, Path password, Path log) {

    /** The layout below a data folder of Keepline. */
    public static ServerFolders in(Path data) {
        Path root = data.toAbsolutePath().normalize();
        return new ServerFolders(
                root.resolve("postgres"),
                root.resolve("pg"),
                root.resolve("secrets").resolve("postgres-password"),
                root.resolve("logs").resolve("postgres.log"));
    }

    Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }
}
