package dev.keepline;

import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets any setting be kept in a file of its own: {@code keepline.stripe.api-key-file=/run/secrets/stripe} sets {@code
 * keepline.stripe.api-key} to what the file holds, without the line's end. So secrets stay out of command lines and
 * settings files.
 */
final class SecretFiles {
    static final String SUFFIX = "-file";

    private SecretFiles() {}

    /** Adds the files' contents to the environment, above every other source. */
    static void read(ConfigurableEnvironment environment) {
        Map<String, Object> secrets = new HashMap<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> java.util.Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(KnownSettings.PREFIX) && name.endsWith(SUFFIX))
                .distinct()
                .forEach(name -> secrets.put(
                        name.substring(0, name.length() - SUFFIX.length()),
                        content(name, environment.getRequiredProperty(name))));
        environment.getPropertySources().addFirst(new MapPropertySource("secret files", secrets));
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException failure) {
            throw new StartupProblem(
                    "the file " + file + " that " + name + " names cannot be read",
                    "Correct the path, or give the user that starts Keepline the right to read it.",
                    failure);
        }
    }
}
