package dev.keepline.database.embedded;

import dev.keepline.database.StartupProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs: one archive a platform on the class path, unpacked once a version. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}, unpacked when it is missing.
     *
     * @param parent folder that holds one folder a version
     */
    static Path unpacked(Path parent, Consumer<String> progress) throws IOException {
        URL archive = archive();
        Path home = parent.resolve(version(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        progress.accept("Unpacking PostgreSQL (once, about 100 MB)");
        Files.createDirectories(parent);
        Path partial = Files.createTempDirectory(parent, "unpacking-");
        try (InputStream raw = archive.openStream()) {
            unpack(raw, partial);
        }
        readableByAll(partial);
        moveIntoPlace(partial, home);
        return home;
    }

    private static void moveIntoPlace(Path partial, Path home) throws IOException {
        try {
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
            Folders.delete(partial); // another process was quicker: its copy is as good
        }
    }

    private static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("linux") ? "linux" : os;
        String processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        URL found = PostgresBinaries.class.getResource("/postgres-" + system + "-" + processor + ".txz");
        if (found == null) {
            throw new StartupProblem(
                    "there is no embedded PostgreSQL for " + system + " on " + processor,
                    "Name a PostgreSQL server with --db-url.");
        }
        return found;
    }

    /** The name of the archive's jar carries platform and version. */
    private static String version(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            String path = jar.getJarFileURL().getPath();
            return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
        }
        throw new IOException("the PostgreSQL archive is not in a jar: " + archive);
    }

    private static void unpack(InputStream raw, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive leads outside of itself: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PROGRAM);
        }
    }

    private static final Set<PosixFilePermission> PROGRAM = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    /** The server may run as another user than we do. */
    private static void readableByAll(Path home) throws IOException {
        try (var paths = Files.walk(home)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.setPosixFilePermissions(path, PROGRAM);
                } else if (!Files.isSymbolicLink(path)) {
                    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                    permissions.add(PosixFilePermission.GROUP_READ);
                    permissions.add(PosixFilePermission.OTHERS_READ);
                    Files.setPosixFilePermissions(path, permissions);
                }
            }
        }
    }
}
