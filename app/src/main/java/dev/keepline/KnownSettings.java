package dev.keepline;

import dev.keepline.database.StartupProblem;
import dev.keepline.settings.KeeplineProperties;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * A mistyped setting must not be ignored: every {@code keepline.*} key and every {@code KEEPLINE_*} environment variable
 * must be a component of a settings record.
 */
final class KnownSettings {
    static final String PREFIX = "keepline.";
    static final String ENVIRONMENT_PREFIX = "KEEPLINE_";
    private static final String FILE = "keepline.properties";

    /** Read by the launcher, or by commands that need no settings. */
    private static final Set<String> LAUNCHERS = Set.of(
            "KEEPLINE_CATALOG",
            "KEEPLINE_APP_CLASSPATH",
            "KEEPLINE_SANDBOX_CLASSPATH",
            "KEEPLINE_BENCHED",
            "KEEPLINE_BENCH_CLASSPATH",
            "KEEPLINE_DIST",
            "KEEPLINE_MAVEN_OPTIONS",
            "KEEPLINE_CHROMIUM",
            "KEEPLINE_JAVA_OPTIONS");

    private KnownSettings() {}

    /** @throws StartupProblem naming the keys that no settings record of the context has */
    static void check(ConfigurableEnvironment environment, ConfigurableListableBeanFactory factory) {
        Set<ConfigurationPropertyName> known = known(factory);
        Set<String> unknown = Stream.concat(
                        given(environment)
                                .filter(key -> known.stream()
                                        .noneMatch(name -> key.startsWith(PREFIX) ? is(key, name) : means(key, name))),
                        strange(environment))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            throw new StartupProblem(
                    "unknown setting: " + String.join(", ", unknown),
                    "Settings are listed in docs/settings.md; correct the name or remove it.");
        }
    }

    private static boolean is(String key, ConfigurationPropertyName name) {
        return name.equals(ConfigurationPropertyName.adapt(key.replaceFirst(SecretFiles.SUFFIX + "$", ""), '.'));
    }

    /** Whether this is how an environment variable spells that name: in capitals, dots as underscores, dashes left out. */
    private static boolean means(String variable, ConfigurationPropertyName name) {
        String bare = name.toString().replaceAll("[.-]", "").toUpperCase(Locale.ROOT);
        String given = variable.replace("_", "");
        return given.equals(bare) || given.equals(bare + SecretFiles.ENVIRONMENT_SUFFIX);
    }

    private static Stream<String> given(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name ->
                        name.startsWith(PREFIX) || (name.startsWith(ENVIRONMENT_PREFIX) && !LAUNCHERS.contains(name)));
    }

    /** In the operator's file nothing else is a setting, but for the port: it is Spring's, and its name is known to many. */
    private static Stream<String> strange(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> source.getName().contains(FILE))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> !name.startsWith(PREFIX) && !name.equals("server.port"));
    }

    private static Set<ConfigurationPropertyName> known(ConfigurableListableBeanFactory factory) {
        return Stream.concat(
                        Stream.<@Nullable Class<?>>of(KeeplineProperties.class),
                        Arrays.stream(factory.getBeanDefinitionNames()).map(name -> factory.getType(name, false)))
                .flatMap(type -> type == null ? Stream.empty() : Stream.of(type))
                .flatMap(type -> names(type).stream())
                .map(name -> ConfigurationPropertyName.adapt(name, '.'))
                .collect(Collectors.toSet());
    }

    /** Every name that a settings record takes, those of the records in it included. */
    static List<String> names(Class<?> type) {
        ConfigurationProperties annotation =
                AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        return annotation == null ? List.of() : below(annotation.prefix(), type).toList();
    }

    private static Stream<String> below(String prefix, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            return Stream.of(prefix);
        }
        return Arrays.stream(components)
                .flatMap(component -> below(prefix + "." + dashed(component.getName()), component.getType()));
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
