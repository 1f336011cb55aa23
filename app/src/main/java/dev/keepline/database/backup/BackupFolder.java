package dev.keepline.database.backup;

import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where backups of one installation lie: {@code base/NAME/} for each base backup, {@code wal/} for the log. */
record BackupFolder(Path root) {

    static final String CONTENT = "base.zip";
    private static final String OF = "of";

    /**
     * Makes it when it is missing.
     *
     * @param system which installation, and which of its histories: a folder belongs to one for ever
     * @throws StartupProblem when it belongs to another, or holds something else
     */
    void claim(String system) throws IOException {
        Private.folder(root);
        var owner = root.resolve(OF);
        if (!Files.exists(owner)) {
            if (holdsAnything()) {
                throw new StartupProblem(
                        root + " holds something, and no backups of ours",
                        "Name an empty folder, or one that is missing.");
            }
            Files.writeString(Private.file(owner), system + "\n");
            Private.sync(owner);
        }
        var found = Files.readString(owner).strip();
        if (!found.equals(system)) {
            throw new StartupProblem(
                    root + " holds the backups of another installation, or of this one before a restore",
                    "Name another folder: mixed logs cannot be restored.");
        }
        Private.folder(root.resolve("base"));
        Private.folder(archive().folder());
    }

    private boolean holdsAnything() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.findAny().isPresent();
        }
    }

    Archive archive() {
        return new Archive(root.resolve("wal"));
    }

    Path base(String name) {
        return root.resolve("base").resolve(name);
    }

    /** The finished ones, oldest first. */
    List<Manifest> bases() throws IOException {
        var found = new ArrayList<Manifest>();
        var folder = root.resolve("base");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> each = Files.list(folder)) {
                for (Path base : (Iterable<Path>) each::iterator) {
                    if (!base.toString().endsWith(".part")) {
                        found.add(Manifest.read(base));
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Manifest::stoppedAt));
        return found;
    }

    /** The newest from which that moment can be reached; the newest of all without one. */
    Optional<Manifest> before(Optional<Instant> at) throws IOException {
        return bases().stream()
                .filter(base -> at.isEmpty() || !base.stoppedAt().isAfter(at.get()))
                .reduce((older, newer) -> newer);
    }

    /** What was dropped. */
    record Dropped(int bases, int segments) {}

    /** Keeps so many of the newest, and the log from the oldest of them on. */
    Dropped keep(int newest) throws IOException {
        var all = bases();
        var old = all.subList(0, Math.max(0, all.size() - newest));
        for (Manifest base : old) {
            dropped(base(base.name()));
        }
        int segments =
                old.isEmpty() ? 0 : archive().dropBefore(all.get(old.size()).firstSegment());
        return new Dropped(old.size(), segments);
    }

    /** Half of one that is being removed is none: its manifest goes first. */
    private static void dropped(Path base) throws IOException {
        Path dying = base.resolveSibling(base.getFileName() + ".part");
        Files.move(base, dying);
        dev.keepline.database.embedded.Folders.delete(dying);
    }
}
