package dev.keepline.database.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Files and folders that nobody but us can read. */
final class Private {
    private Private() {}

    /** Made empty; refused when it is there. */
    static Path file(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Made when it is missing, with those above it. */
    static Path folder(@Nullable Path folder) throws IOException {
        if (folder == null) {
            throw new IOException("the root of all folders is not ours to make");
        }
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Returns when what was written is on the disk. */
    static void sync(@Nullable Path path) throws IOException {
        if (path == null) {
            return;
        }
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
