package dev.keepline;

import dev.keepline.logs.Masking;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Tells the log what it must never write: the secrets among the settings, by their names. */
final class KnownSecrets {

    private static final Pattern NAME =
            Pattern.compile("keepline[._].*(key|secret|password|token|db-?_?url)", Pattern.CASE_INSENSITIVE);

    private KnownSecrets() {}

    /** To be called once files of secrets have been read. */
    static void tell(ConfigurableEnvironment environment) {
        Masking.know(environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> NAME.matcher(name).matches())
                .map(environment::getProperty)
                .filter(Objects::nonNull)
                .toList());
    }
}
