import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * For ./keepline package: takes "Sealed" out of the manifests of the jars it is given, and leaves all else as it is. Java 25
 * does not start on a cache of what it learnt that holds classes of a sealed jar once the jars lie in another folder than
 * where it learnt; and a release is unpacked anywhere.
 */
final class Unseal {
    private Unseal() {}

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar))) {
                Path file = inside.getPath("META-INF", "MANIFEST.MF");
                if (Files.exists(file)) {
                    unseal(file);
                }
            }
        }
    }

    private static void unseal(Path file) throws IOException {
        Manifest manifest;
        try (var in = Files.newInputStream(file)) {
            manifest = new Manifest(in);
        }
        if (manifest.getMainAttributes().remove(Attributes.Name.SEALED) != null) {
            try (var out = Files.newOutputStream(file)) {
                manifest.write(out);
            }
        }
    }
}
