package dev.keepline.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The sandbox's storage: named maps of text in one file. What {@link #write} changed is on file when it returns, so it
 * survives a killed process; reads outside of {@code write} see single maps consistently, not several at once.
 */
public final class Store implements AutoCloseable {

    private static final int LAYOUT = 1;

    private static final int COMMITS_BETWEEN_COMPACTIONS = 200;
    private static final int LIVE_PERCENT = 50;
    private static final int COMPACTED_BYTES = 2 * 1024 * 1024;
    private static final long SMALL_FILE = 64L * 1024 * 1024;

    private final MVStore file;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock committing = new ReentrantLock();
    private long written;
    private long commits;
    private volatile long committed;

    private Store(MVStore file) {
        this.file = file;
    }

    /** Opens or creates the file in this folder; a folder that cannot be used is said in one sentence. */
    public static Store open(Path folder) {
        Path path = folder.resolve("sandbox.mv");
        try {
            Files.createDirectories(folder);
            MVStore file = new MVStore.Builder()
                    .fileName(path.toString())
                    // Each commit rewrites the pages it touched: small pages keep that small.
                    .pageSplitSize(4_096)
                    .autoCommitDisabled()
                    .open();
            checkLayout(file, path);
            file.setVersionsToKeep(0);
            file.setRetentionTime(2_000);
            return new Store(file);
        } catch (IOException unwritable) {
            throw new SandboxFailure(
                    "The sandbox cannot create its data folder " + folder + ": " + unwritable, unwritable);
        } catch (MVStoreException unusable) {
            throw new SandboxFailure(explain(unusable, path), unusable);
        }
    }

    private static void checkLayout(MVStore file, Path path) {
        int layout = file.getStoreVersion();
        if (layout == 0) {
            file.setStoreVersion(LAYOUT);
            file.commit();
        } else if (layout != LAYOUT) {
            file.closeImmediately();
            throw new SandboxFailure(
                    "The sandbox data in " + path + " has layout " + layout + ", this version reads layout " + LAYOUT
                            + ". Move the file away, or run the version that wrote it.");
        }
    }

    private static String explain(MVStoreException unusable, Path path) {
        return switch (unusable.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                "The sandbox data in " + path
                        + " is in use by another sandbox. Stop that one, or choose another --data.";
            case DataUtils.ERROR_UNSUPPORTED_FORMAT, DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_READING_FAILED ->
                "The sandbox cannot read its data in " + path
                        + ": it is damaged or of another version. Move the file away to start anew.";
            default -> "The sandbox cannot open its data in " + path + ": " + unusable.getMessage();
        };
    }

    /** The map of that name, made when it does not exist. */
    public MVMap<String, String> map(String name) {
        return file.openMap(name);
    }

    /** Runs the change alone, stores it with everything it did to any map, and returns its result. May be nested. */
    public <T> T write(Supplier<T> change) {
        if (writing.isHeldByCurrentThread()) {
            return change.get();
        }
        T result;
        long mine;
        writing.lock();
        try {
            result = change.get();
            mine = ++written;
        } finally {
            writing.unlock();
        }
        commitUpTo(mine);
        return result;
    }

    /** As {@link #write(Supplier)}, without a result. */
    public void write(Runnable change) {
        write(() -> {
            change.run();
            return Boolean.TRUE;
        });
    }

    /** Many writers wait for one commit: each finds its change stored by whoever came first. */
    private void commitUpTo(long mine) {
        committing.lock();
        try {
            if (committed >= mine) {
                return;
            }
            writing.lock();
            try {
                long upTo = written;
                file.commit();
                committed = upTo;
                compactSometimes();
            } finally {
                writing.unlock();
            }
        } finally {
            committing.unlock();
        }
    }

    /**
     * Every commit appends; what it replaced stays as a hole that nobody else gives back. A compaction holds up writers for
     * a while, so a file that is small keeps its holes, and a step of it stays short.
     */
    private void compactSometimes() {
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0 && file.getFileStore().size() > SMALL_FILE) {
            file.compact(LIVE_PERCENT, COMPACTED_BYTES);
        }
    }

    /** Empties every map. */
    void clear() {
        write(() -> {
            for (String name : file.getMapNames()) {
                map(name).clear();
            }
        });
    }

    @Override
    public void close() {
        file.close(0);
    }
}
