package dev.keepline;

import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder with everything kept across restarts, used by one process at a time. The lock ends with the process. */
final class DataFolder implements AutoCloseable {
    private final FileLock lock;

    private DataFolder(FileLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the folder; empty when another process uses it.
     *
     * @throws StartupProblem when it cannot be made or written
     */
    static Optional<DataFolder> open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataFolder(lock));
        } catch (IOException failure) {
            throw new StartupProblem(
                    "the data folder " + folder.toAbsolutePath() + " cannot be written: " + failure.getMessage(),
                    "Make it writable, or name another with --data.",
                    failure);
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
