package dev.keepline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.StartupProblem;
import dev.keepline.settings.KeeplineProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Settings by file, variable and secret file: known, documented, and refused by name. */
class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void mistyped_variables_and_keys_are_refused_by_name() {
        refused(Map.of(), Map.of("KEEPLINE_PUBICURL", "https://a.example"), "KEEPLINE_PUBICURL");
        refused(Map.of("keepline.pubic-url", "https://a.example"), Map.of(), "keepline.pubic-url");
        refused(Map.of("keepline.data.folder", "x"), Map.of(), "keepline.data.folder");
    }

    @Test
    void every_way_to_spell_a_known_setting_is_taken() {
        var variables = Map.of(
                "KEEPLINE_PUBLICURL", "https://a.example",
                "KEEPLINE_DB_URL", "x",
                "KEEPLINE_DBURLFILE", "x",
                "KEEPLINE_CATALOG", "the launcher's own",
                "PATH", "nobody's");
        assertThatCode(() -> check(Map.of("keepline.publicUrl", "x", "keepline.db-url-file", "x"), variables))
                .doesNotThrowAnyException();
    }

    @Test
    void a_secret_is_read_from_the_file_that_a_key_or_a_variable_names() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "postgresql://a:b@c/d\n");
        for (StandardEnvironment environment : List.of(
                environment(Map.of("keepline.db-url-file", secret.toString()), Map.of()),
                environment(Map.of(), Map.of("KEEPLINE_DBURLFILE", secret.toString())),
                environment(Map.of(), Map.of("KEEPLINE_DB_URL_FILE", secret.toString())))) {
            SecretFiles.read(environment);
            ConfigurationPropertySources.attach(environment);
            assertThat(Binder.get(environment)
                            .bindOrCreate("keepline", KeeplineProperties.class)
                            .dbUrl())
                    .isEqualTo("postgresql://a:b@c/d");
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_the_setting() {
        var environment = environment(Map.of(), Map.of("KEEPLINE_DBURLFILE", "/nowhere/secret"));
        assertThatThrownBy(() -> SecretFiles.read(environment))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("/nowhere/secret")
                .hasMessageContaining("KEEPLINE_DBURLFILE");
    }

    @Test
    void every_setting_is_in_the_one_document() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var names = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("dev.keepline")) {
            names.addAll(KnownSettings.names(Class.forName(found.getBeanClassName())));
        }
        String document = Files.readString(Path.of("../docs/settings.md"));
        assertThat(names)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(document).as(name).contains("`" + name + "`"));
    }

    private static void refused(Map<String, Object> keys, Map<String, Object> variables, String named) {
        assertThatThrownBy(() -> check(keys, variables))
                .isInstanceOf(StartupProblem.class)
                .hasMessage("unknown setting: " + named);
    }

    private static void check(Map<String, ?> keys, Map<String, ?> variables) {
        KnownSettings.check(environment(keys, variables), new DefaultListableBeanFactory());
    }

    private static StandardEnvironment environment(Map<String, ?> keys, Map<String, ?> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        environment.getPropertySources().addFirst(new MapPropertySource("file", Map.copyOf(keys)));
        return environment;
    }
}
