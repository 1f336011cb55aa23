import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Collects the licences and notices that libraries carry: {@code java Licences.java FOLDER JAR…}. */
public final class Licences {

    private static final Pattern TEXT = Pattern.compile("(?i)(META-INF/)?[^/]*(LICEN[CS]E|NOTICE|COPYING)[^/]*");
    private static final Pattern NAMED = Pattern.compile("<license>.*?<name>\\s*(.*?)\\s*</name>", Pattern.DOTALL);

    private Licences() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> lines = new ArrayList<>();
        for (String jar : List.of(args).subList(1, args.length)) {
            lines.add(collect(folder, Path.of(jar)));
        }
        String list = lines.stream().distinct().sorted().collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(
                folder.resolve("THIRD-PARTY.txt"),
                "Libraries in this release, and the licence each names for itself. Texts they carry are beside this file.\n\n"
                        + list);
    }

    private static String collect(Path folder, Path jar) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        String licence = "";
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getManifest() != null) {
                String declared = file.getManifest().getMainAttributes().getValue("Bundle-License");
                licence = declared == null ? "" : declared.replaceAll("\\s+", " ");
            }
            for (JarEntry entry : file.stream().filter(found -> !found.isDirectory()).toList()) {
                if (TEXT.matcher(entry.getName()).matches()) {
                    Path text = folder.resolve(name).resolve(entry.getName().replaceFirst(".*/", ""));
                    Files.createDirectories(text.getParent());
                    Files.write(text, bytes(file, entry));
                } else if (licence.isEmpty() && entry.getName().matches("META-INF/maven/.*/pom.xml")) {
                    Matcher named = NAMED.matcher(new String(bytes(file, entry), StandardCharsets.UTF_8));
                    licence = named.find() ? named.group(1) : "";
                }
            }
        }
        boolean carries = Files.isDirectory(folder.resolve(name));
        return name + ": " + (licence.isEmpty() ? carries ? "see the text it carries" : "names none in its file" : licence);
    }

    private static byte[] bytes(JarFile file, JarEntry entry) throws IOException {
        try (InputStream content = file.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }
}
