package dev.keepline.portal.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every language there is a file for, English first: what is shown when nothing better fits. */
public final class Languages {

    private static final String FOLDER = "/i18n";
    private static final String SUFFIX = ".properties";
    private static final String FALLBACK = "en";

    private final List<Language> all;

    private Languages(List<Language> all) {
        this.all = all;
    }

    /** Reads all language files from the class path. @throws IllegalArgumentException when one of them is wrong */
    public static Languages load() {
        try {
            var folder = Languages.class.getResource(FOLDER + "/" + FALLBACK + SUFFIX);
            if (folder == null) {
                throw new IllegalStateException("no language file for " + FALLBACK);
            }
            var languages = new ArrayList<Language>();
            for (var tag : tags(folder.toURI())) {
                languages.add(read(tag));
            }
            languages.sort(
                    Comparator.comparing((Language language) -> !language.tag().equals(FALLBACK))
                            .thenComparing(Language::tag));
            return new Languages(List.copyOf(languages));
        } catch (IOException e) {
            throw new UncheckedIOException("language files cannot be read", e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All languages, English first. */
    public List<Language> all() {
        return all;
    }

    /** The language with exactly this tag. */
    public Optional<Language> byTag(String tag) {
        return all.stream().filter(language -> language.tag().equals(tag)).findFirst();
    }

    /** What suits a browser best, by its {@code Accept-Language} header (RFC 4647 look-up, then by language alone). */
    public Language best(String acceptLanguage) {
        try {
            var ranges = Locale.LanguageRange.parse(acceptLanguage);
            return ranges.stream()
                    .flatMap(range -> all.stream().filter(language -> suits(language, range.getRange())))
                    .findFirst()
                    .orElse(all.getFirst());
        } catch (IllegalArgumentException _) {
            return all.getFirst();
        }
    }

    /** Whether there is a file for the language that the tag names, wherever and however it is written there. */
    public boolean speak(String tag) {
        return all.stream().anyMatch(language -> suits(language, tag));
    }

    private static boolean suits(Language language, String range) {
        var wanted = Locale.forLanguageTag(range);
        return Locale.forLanguageTag(language.tag()).getLanguage().equals(wanted.getLanguage());
    }

    private static Language read(String tag) throws IOException {
        try (var in = Languages.class.getResourceAsStream(FOLDER + "/" + tag + SUFFIX)) {
            if (in == null) {
                throw new IllegalStateException("language file disappeared: " + tag);
            }
            return Language.read(tag, new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    /** Class folders and jars both: in a jar the folder is a path of the jar's own file system. */
    private static List<String> tags(URI fallback) throws IOException {
        if (!fallback.getScheme().equals("jar")) {
            return names(Objects.requireNonNull(Path.of(fallback).getParent()));
        }
        try (var jar = FileSystems.newFileSystem(
                URI.create(fallback.toString().substring(0, fallback.toString().indexOf('!'))), Map.of())) {
            return names(jar.getPath(FOLDER));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList();
        }
    }
}
