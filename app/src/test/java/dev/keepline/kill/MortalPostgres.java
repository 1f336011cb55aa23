package dev.keepline.kill;

import dev.keepline.database.Database;
import dev.keepline.database.OpenDatabase;
import dev.keepline.database.Schema;
import dev.keepline.database.embedded.Durability;
import dev.keepline.database.embedded.PostgresServer;
import dev.keepline.database.embedded.ServerFolders;
import java.net.URI;
import java.nio.file.Path;

/** A database server that is killed and started again on the same folder, always at the same address. */
final class MortalPostgres implements AutoCloseable {

    private final ServerFolders folders;
    private final Doorway doorway = new Doorway();
    private PostgresServer server;

    /** Makes its folder, starts it and migrates; what it commits is durable. */
    MortalPostgres(Path folder) {
        var own = ServerFolders.in(folder);
        var programs = Path.of("target", "postgres").toAbsolutePath();
        folders = new ServerFolders(programs, own.cluster(), own.password(), own.log());
        server = start();
        var database = database();
        OpenDatabase.external(
                        database.url()
                                .replace(
                                        "jdbc:postgresql://",
                                        "postgresql://" + database.owner() + ":" + database.password() + "@"),
                        Schema.MIGRATED,
                        _ -> {})
                .close();
    }

    /** Its one address. */
    Database database() {
        var own = server.database();
        return new Database(
                own.url().replace(":" + port(own) + "/", ":" + doorway.port() + "/"), own.owner(), own.password());
    }

    /** Kills the server and every process it has, with -9. */
    void kill() {
        var postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        postmaster.onExit().join();
    }

    /** Starts it again; it recovers what it had promised. */
    void revive() {
        server = start();
    }

    private PostgresServer start() {
        var started = PostgresServer.start(folders, Durability.FULL, _ -> {});
        doorway.leadTo(port(started.database()));
        return started;
    }

    private static int port(Database database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }

    @Override
    public void close() {
        doorway.close();
        server.close();
    }
}
