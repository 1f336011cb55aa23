package dev.keepline.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a server's folder in one compressed file, and back. What is left out is what PostgreSQL's manual names. */
final class ClusterCopy implements AutoCloseable {

    private static final Set<String> WITHOUT_CONTENT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");
    private static final Path CONTROL = Path.of("global", "pg_control");
    private static final int QUICK = 3;

    private final MessageDigest digest = sha256();
    private final ZipOutputStream zip;

    private ClusterCopy(OutputStream out) {
        zip = new ZipOutputStream(new DigestOutputStream(out, digest));
        zip.setLevel(QUICK);
    }

    static ClusterCopy into(Path file) throws IOException {
        return new ClusterCopy(Files.newOutputStream(Private.file(file)));
    }

    /** Copies a folder whose server goes on working; its control file comes last, as the manual wants it. */
    void add(Path cluster) throws IOException {
        try (Stream<Path> tablespaces = Files.list(cluster.resolve("pg_tblspc"))) {
            if (tablespaces.findAny().isPresent()) {
                throw new IOException("the server has tablespaces outside of its folder; back them up yourself");
            }
        }
        for (Path path : below(cluster)) {
            var name = cluster.relativize(path);
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                zip.putNextEntry(new ZipEntry(name + "/"));
                zip.closeEntry();
            } else if (!name.equals(CONTROL)) {
                add(path, name);
            }
        }
        add(cluster.resolve(CONTROL), CONTROL);
    }

    private static List<Path> below(Path cluster) throws IOException {
        try (Stream<Path> paths = Files.walk(cluster)) {
            return paths.filter(path -> isKept(cluster.relativize(path)))
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static boolean isKept(Path name) {
        var last = name.getFileName().toString();
        boolean inEmptied = name.getNameCount() > 1
                && WITHOUT_CONTENT.contains(name.getName(0).toString())
                && !name.equals(Path.of("pg_wal", "archive_status"));
        return !name.toString().isEmpty() && !inEmptied && !LEFT_OUT.contains(last) && !last.startsWith("pgsql_tmp");
    }

    /** A file that a table's end took away meanwhile is not missed: the log tells of it. */
    private void add(Path file, Path name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(name.toString()));
            in.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException gone) {
            if (name.equals(CONTROL)) {
                throw gone;
            }
        }
    }

    void add(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Finishes it; the digest of the whole file. */
    String finish() throws IOException {
        zip.close();
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * Unpacks into a folder, with nobody else's rights.
     *
     * @return the digest of the whole file, as it was read
     */
    static String unpack(Path file, Path target) throws IOException {
        var digest = sha256();
        try (InputStream raw = Files.newInputStream(file);
                InputStream read = new DigestInputStream(raw, digest)) {
            var in = new ZipInputStream(read);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the backup leads outside of itself: " + entry.getName());
                }
                Private.folder(entry.isDirectory() ? path : path.getParent());
                if (!entry.isDirectory()) {
                    try (OutputStream out = Files.newOutputStream(Private.file(path))) {
                        in.transferTo(out);
                    }
                }
            }
            read.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
