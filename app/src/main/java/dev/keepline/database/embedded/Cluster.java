package dev.keepline.database.embedded;

import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The server's data folder: made once, complete or not at all, with a password only its owner can read. */
record Cluster(ServerFolders folders, Path home, ServerUser user) {
    static final String OWNER = "keepline";
    private static final String MAJOR = "18";

    boolean exists() {
        return Files.exists(folders.cluster().resolve("PG_VERSION"));
    }

    /** @throws StartupProblem when another major version made the folder: PostgreSQL cannot read it */
    void refuseOtherVersion() throws IOException {
        String version =
                Files.readString(folders.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR)) {
            throw new StartupProblem(
                    folders.cluster() + " was made by PostgreSQL " + version + "; this release brings " + MAJOR,
                    "Name another folder with --data, or move the data over with pg_dump of the release that made it.");
        }
    }

    /** Runs initdb beside the final place and moves the result there, so that a killed start leaves nothing half made. */
    void create(Durability durability) throws IOException {
        Path partial = folders.cluster().resolveSibling(folders.cluster().getFileName() + ".new");
        Folders.delete(partial);
        Files.createDirectories(partial);
        Path secret = Files.createTempFile(partial.getParent(), "initdb", "");
        try {
            Files.writeString(secret, password());
            user.own(List.of(partial, secret));
            run(initdb(partial, secret, durability));
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(partial, folders.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Path partial, Path secret, Durability durability) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin").resolve("initdb").toString(),
                "--pgdata=" + partial,
                "--username=" + OWNER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.NONE) {
            command.add("--no-sync");
        }
        return command;
    }

    private void run(List<String> command) throws IOException {
        Path output = folders.log().resolveSibling("initdb.log");
        ProcessBuilder builder = new ProcessBuilder(user.command(command));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(home.toFile());
        try {
            if (builder.start().waitFor() != 0) {
                throw ServerLog.problem("initdb failed", Files.readString(output), output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** The owner's password, made up at the first start. */
    String password() throws IOException {
        Path file = folders.password();
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Folders.createPrivate(file.getParent());
            Path written = Files.createTempFile(
                    file.getParent(),
                    "new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
