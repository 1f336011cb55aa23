package dev.keepline.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The class path of this JVM in a form from which the JVM can keep loaded classes: of jars only. The first process that
 * ends in order leaves them behind, and every later one starts in two thirds of the time.
 */
final class ClassArchive {

    private final String classpath;
    private final Path kept;

    /** A new folder below {@code target} for one run of a test. */
    static Path folder(String test) {
        try {
            var folder = Path.of(
                    "target", "kill", test + "-" + ProcessHandle.current().pid());
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs the folders of the class path; below the given folder. */
    ClassArchive(Path folder) {
        var entries = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) { // Surefire's own mark of the end, which would mean the whole working folder
                entries.add(packed(Path.of(entry), folder.resolve("classes-" + entries.size() + ".jar")));
            }
        }
        classpath = String.join(File.pathSeparator, entries);
        kept = folder.resolve("classes.aot").toAbsolutePath();
    }

    String classpath() {
        return classpath;
    }

    /** Lets one process live and end in order. It takes as long as three starts. */
    void record(Grounds grounds) {
        new Life(grounds, this, List.of("-XX:AOTCacheOutput=" + kept, "-Xlog:disable"), "recorded")
                .go()
                .end();
    }

    /** For a process that is to start fast. */
    List<String> options() {
        return Files.exists(kept) ? List.of("-XX:AOTCache=" + kept) : List.of();
    }

    private static String packed(Path classes, Path jar) {
        if (!Files.isDirectory(classes)) {
            return classes.toString();
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            // Folders too: without their entries Spring finds no component in a jar.
            for (Path each :
                    files.filter(found -> !found.equals(classes)).sorted().toList()) {
                boolean folder = Files.isDirectory(each);
                out.putNextEntry(new ZipEntry(classes.relativize(each) + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(each, out);
                }
                out.closeEntry();
            }
            return jar.toAbsolutePath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
