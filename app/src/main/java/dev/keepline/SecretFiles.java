package dev.keepline;

import dev.keepline.database.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Lets any setting be kept in a file of its own: {@code keepline.stripe.key-file=/run/secrets/stripe}, or the environment
 * variable {@code KEEPLINE_STRIPE_KEYFILE}, sets {@code keepline.stripe.key} to what the file holds, without the line's
 * end. So secrets stay out of command lines and settings files.
 */
final class SecretFiles {
    static final String SUFFIX = "-file";
    static final String ENVIRONMENT_SUFFIX = "FILE";

    /** Spring reads names as those of environment variables where the source is called so. */
    private static final String ENVIRONMENT_SOURCE = "secret files-systemEnvironment";

    private SecretFiles() {}

    /** Adds the files' contents to the environment, above every other source. */
    static void read(ConfigurableEnvironment environment) {
        Map<String, Object> secrets = new HashMap<>();
        Map<String, Object> variables = new HashMap<>();
        for (String name : names(environment)) {
            if (name.startsWith(KnownSettings.PREFIX) && name.endsWith(SUFFIX)) {
                secrets.put(name.substring(0, name.length() - SUFFIX.length()), content(environment, name));
            } else if (name.startsWith(KnownSettings.ENVIRONMENT_PREFIX) && name.endsWith(ENVIRONMENT_SUFFIX)) {
                variables.put(name.replaceFirst("_?" + ENVIRONMENT_SUFFIX + "$", ""), content(environment, name));
            }
        }
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource(ENVIRONMENT_SOURCE, variables));
        environment.getPropertySources().addFirst(new MapPropertySource("secret files", secrets));
    }

    private static List<String> names(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .distinct()
                .toList();
    }

    private static String content(ConfigurableEnvironment environment, String name) {
        String file = environment.getRequiredProperty(name);
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (content.isEmpty()) {
                throw new StartupProblem(
                        "the file " + file + " that " + name + " names is empty",
                        "Write the value into it, or remove the setting.");
            }
            return content;
        } catch (IOException failure) {
            throw new StartupProblem(
                    "the file " + file + " that " + name + " names cannot be read",
                    "Correct the path, or give the user that starts Keepline the right to read it.",
                    failure);
        }
    }
}
