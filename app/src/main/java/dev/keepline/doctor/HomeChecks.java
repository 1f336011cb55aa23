package dev.keepline.doctor;

import dev.keepline.settings.Check;
import dev.keepline.settings.Finding;
import dev.keepline.settings.Finding.Fine;
import dev.keepline.settings.Finding.Wrong;
import dev.keepline.settings.Proxies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on our own side: database, its clock, disk, files with secrets. */
final class HomeChecks {

    private static final long ENOUGH_BYTES = 2L << 30;
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Path data;

    private final ToLongFunction<Path> usableBytes;

    HomeChecks(JdbcClient jdbc, InstantSource clock, Path data, ToLongFunction<Path> usableBytes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.data = data;
        this.usableBytes = usableBytes;
    }

    List<Check> all() {
        return List.of(
                new Check("database", this::database),
                new Check("clock of the database", this::databaseClock),
                new Check("disk", this::disk),
                new Check("secrets", this::secrets));
    }

    private Finding database() {
        long begun = System.nanoTime();
        String version = jdbc.sql("show server_version")
                .query((row, n) -> row.getString(1))
                .single();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        long waiting = jdbc.sql("select count(*) from job where quarantined_at is not null")
                .query((row, n) -> row.getLong(1))
                .single();
        return waiting == 0
                ? new Fine("PostgreSQL " + version + " answers in " + millis + " ms")
                : new Wrong(
                        waiting + " pieces of work are set aside after failing too often",
                        "Their cases are under /console; last_error in the table job says why.");
    }

    private Finding databaseClock() {
        Instant theirs = jdbc.sql("select clock_timestamp()")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .single()
                .toInstant();
        Duration apart = Duration.between(theirs, clock.instant()).abs();
        return apart.compareTo(CLOCKS_MAY_DIFFER) <= 0
                ? new Fine("differs from ours by " + apart.toMillis() + " ms")
                : new Wrong("differs from ours by " + apart.toSeconds() + " s", OutsideChecks.SET_THE_CLOCK);
    }

    private Finding disk() {
        long free = usableBytes.applyAsLong(data);
        String gigabytes = String.format(java.util.Locale.ROOT, "%.1f GB free", free / 1e9);
        return free >= ENOUGH_BYTES
                ? new Fine(gigabytes)
                : new Wrong(gigabytes + " in " + data, "Make room: a full disk stops every renewal.");
    }

    /** Behind a proxy whose word is not taken, all people come from one place, and share its few free tries. */
    static Finding proxy(URI publicUrl, Proxies proxies) {
        boolean behind = "https".equals(publicUrl.getScheme());
        return behind && proxies.isEmpty()
                ? new Wrong(
                        "everybody counts as one address, the proxy's: a few wrong passwords make all wait",
                        "Have it add to X-Forwarded-For, and name its address in keepline.proxies, for example 127.0.0.1.")
                : new Fine(behind ? "says where people come from" : "there is none");
    }

    /** Only the user that runs Keepline should read its settings and secrets. */
    private Finding secrets() {
        for (Path each : List.of(data.resolve("secrets"), data.resolve("keepline.properties"))) {
            if (Files.exists(each) && isOpenToOthers(each)) {
                return new Wrong("everybody on this machine can read " + each, "chmod -R go-rwx " + each);
            }
        }
        return new Fine("nobody else can read them");
    }

    private static boolean isOpenToOthers(Path path) {
        try {
            return Files.getFileStore(path).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
