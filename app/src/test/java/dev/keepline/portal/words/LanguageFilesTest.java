package dev.keepline.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language says everything, nothing is said by a key that is not there, and nothing is translated in vain. */
class LanguageFilesTest {

    private static final Languages LANGUAGES = Languages.load();
    private static final Language ENGLISH = LANGUAGES.byTag("en").orElseThrow();
    private static final Set<String> KEYS = ENGLISH.messages().keySet();

    /** Words looked up by a literal key and nothing more: {@code w.t("home.title")}, {@code words.h("login.wrong", …}. */
    private static final Pattern ASKED = Pattern.compile("\\.[ht]\\(\\s*\"([A-Za-z0-9_.-]+)\"\\s*[,)]");

    /** What {@link Words} itself asks for. */
    private static final Pattern OWN = Pattern.compile("\\bt\\(\"([a-z]+)\"");

    /** Any text that may be a key, or the beginning of one when it ends with a dot. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z][A-Za-z0-9_-]*\\.(?:[A-Za-z0-9_.-]*))\"");

    /** Catalogue files name taxes and fees, terms and instructions; the last two are numbered from 1. */
    private static final Pattern CATALOGUE =
            Pattern.compile("\\b(?:terms|instructions|fee|tax)\\.[a-z0-9-]+(?=[\\s,\\]}\"']|$)", Pattern.MULTILINE);

    @Test
    void every_language_has_the_same_keys_and_asks_for_no_value_english_does_not_have() {
        for (var language : LANGUAGES.all()) {
            assertThat(new TreeSet<>(language.messages().keySet()))
                    .as(language.tag())
                    .isEqualTo(new TreeSet<>(KEYS));
            language.messages()
                    .forEach((key, message) -> assertThat(ENGLISH.message(key).names())
                            .as(language.tag() + " " + key)
                            .containsAll(message.names()));
        }
    }

    @Test
    void every_key_that_code_asks_for_by_name_exists() {
        var asked = texts().flatMap(text -> ASKED.matcher(text).results()).map(found -> found.group(1));
        Set<String> keys = asked.collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys)
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThat(KEYS).contains(key));
    }

    @Test
    void every_key_that_the_catalogue_names_exists() {
        var named = catalogue();
        assertThat(named).hasSizeGreaterThan(8);
        assertThat(named).allSatisfy(key -> assertThat(KEYS).containsAnyOf(key, key + ".1"));
    }

    @Test
    void no_key_is_there_in_vain() {
        var literals = texts().flatMap(text -> Stream.of(LITERAL, OWN)
                        .flatMap(pattern -> pattern.matcher(text).results()))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        var beginnings = literals.stream().filter(text -> text.endsWith(".")).toList();
        var named = catalogue();
        assertThat(KEYS)
                .filteredOn(key -> !literals.contains(key))
                .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
                .filteredOn(key -> !named.contains(key) && !named.contains(key.replaceFirst("\\.[0-9]+$", "")))
                .isEmpty();
    }

    @Test
    void no_sentence_in_chinese_was_left_in_english() {
        var chinese = LANGUAGES.byTag("zh-CN").orElseThrow();
        var names = Pattern.compile("^(carrier|counterpart|fee|unit|moment|list|offer|step\\.until)\\b.*");
        assertThat(KEYS)
                .filteredOn(key -> !names.matcher(key).matches())
                .allSatisfy(key -> assertThat(source("zh-CN", key)).as(key).containsPattern("\\p{IsHan}|^[^a-zA-Z]*$"));
        assertThat(chinese.name()).isEqualTo("中文");
    }

    @Test
    void no_chinese_sentence_has_a_narrow_comma_colon_or_bracket_in_it() {
        var narrow = Pattern.compile("\\p{IsHan}\\s?[,:;?!()]|[,:;?!()]\\s?\\p{IsHan}");
        assertThat(KEYS)
                .allSatisfy(key -> assertThat(source("zh-CN", key)
                                .replaceAll("\\[([^]]*)]", "$1")
                                .replace(" plural, other", ""))
                        .as(key)
                        .doesNotContainPattern(narrow));
    }

    @Test
    void no_template_writes_punctuation_that_a_language_has_its_own_for() {
        var between = Pattern.compile("(?:}|>|@endif)[,:] ?(?:\\$\\{w|\\$\\{page|\\$\\{o|</b>)");
        assertThat(files(Path.of("src/main/jte/page"), ".jte").filter(text -> !text.contains("page.here()")))
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(between));
    }

    @Test
    void a_chinese_subscriber_reads_one_word_for_one_thing() {
        var others = Pattern.compile("线路|方案|短代码|聚合商|按量付费|SIM 卡资料|夺回|先看清楚");
        assertThat(KEYS)
                .filteredOn(key -> !key.matches("(import|console|brought|action|asked|fact|books|chart)\\..*"))
                .allSatisfy(key -> assertThat(source("zh-CN", key)).as(key).doesNotContainPattern(others));
    }

    private static String source(String tag, String key) {
        return read(Path.of("src/main/resources/i18n/" + tag + ".properties"))
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .findFirst()
                .map(line -> line.substring(key.length() + 1).replaceAll("\\{[a-zA-Z]+[},]", ""))
                .orElseThrow();
    }

    private static Set<String> catalogue() {
        return files(Path.of("../catalog"), ".yaml")
                .flatMap(text -> CATALOGUE.matcher(text).results())
                .map(found -> found.group())
                .filter(key -> !key.equals("terms.prepaid"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> texts() {
        return Stream.concat(files(Path.of("src/main/java"), ".java"), files(Path.of("src/main/jte"), ".jte"));
    }

    private static Stream<String> files(Path root, String ending) {
        try (var found = Files.walk(root)) {
            List<Path> files =
                    found.filter(file -> file.toString().endsWith(ending)).toList();
            return files.stream().map(LanguageFilesTest::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
