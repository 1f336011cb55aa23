package dev.keepline;

import dev.keepline.database.StartupProblem;
import dev.keepline.settings.KeeplineProperties;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
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

/** A mistyped setting must not be ignored: every {@code keepline.*} key given must be a component of a settings record. */
final class KnownSettings {
    static final String PREFIX = "keepline.";

    private KnownSettings() {}

    /** @throws StartupProblem naming the keys that no settings record of the context has */
    static void check(ConfigurableEnvironment environment, ConfigurableListableBeanFactory factory) {
        Set<ConfigurationPropertyName> known = known(factory);
        Set<String> unknown = given(environment)
                .filter(key -> known.stream().noneMatch(name -> isOrLiesBelow(key, name)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            throw new StartupProblem(
                    "unknown setting: " + String.join(", ", unknown),
                    "Settings are listed in docs/settings.md; correct the name or remove it.");
        }
    }

    private static boolean isOrLiesBelow(String key, ConfigurationPropertyName name) {
        ConfigurationPropertyName given =
                ConfigurationPropertyName.adapt(key.replaceFirst(SecretFiles.SUFFIX + "$", ""), '.');
        return name.equals(given) || name.isAncestorOf(given);
    }

    private static Stream<String> given(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(PREFIX));
    }

    private static Set<ConfigurationPropertyName> known(ConfigurableListableBeanFactory factory) {
        return Stream.concat(
                        Stream.<@Nullable Class<?>>of(KeeplineProperties.class),
                        Arrays.stream(factory.getBeanDefinitionNames()).map(name -> factory.getType(name, false)))
                .flatMap(type -> type == null ? Stream.empty() : Stream.of(type))
                .flatMap(KnownSettings::names)
                .collect(Collectors.toSet());
    }

    private static Stream<ConfigurationPropertyName> names(Class<?> type) {
        ConfigurationProperties annotation =
                AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        RecordComponent[] components = type.getRecordComponents();
        if (annotation == null || components == null) {
            return Stream.empty();
        }
        return Arrays.stream(components)
                .map(component ->
                        ConfigurationPropertyName.adapt(annotation.prefix() + "." + dashed(component.getName()), '.'));
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
