package dev.keepline.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In Chinese one thing has one name, in the language file and in the guides. */
class WordingTest {

    private static final Path CHINESE = Path.of("src/main/resources/i18n/zh-CN.properties");

    /** 运营商 is the carrier, 服务商 whoever runs this Keepline: nothing else that looks like either. */
    private static final Pattern LOOKALIKES = Pattern.compile("运营方|服务方|运营者|运营人员|服务提供商|电信商");

    @Test
    void carrier_and_operator_are_two_words_and_no_more() throws IOException {
        assertThat(texts()).allSatisfy(text -> assertThat(text).doesNotContainPattern(LOOKALIKES));
        assertThat(Files.readString(CHINESE)).contains("运营商", "服务商");
    }

    /** What was said in a way that nobody speaks. */
    @Test
    void phrases_that_nobody_says_stay_away() throws IOException {
        var odd = Pattern.compile("自己关闭|此刻的账本|一次续费已证实|离开之后的新消息");
        assertThat(sentences())
                .hasSizeGreaterThan(1000)
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(odd));
    }

    /** Names are mostly written in Latin letters, which stand off from Chinese ones, in letters as on pages. */
    @Test
    void a_name_stands_off_from_the_words_around_it() throws IOException {
        var close =
                Pattern.compile("\\p{IsHan}\\{(?:carrier|line|name|money)}|\\{(?:carrier|line|name|money)}\\p{IsHan}");
        assertThat(sentences()).allSatisfy(text -> assertThat(text).doesNotContainPattern(close));
    }

    private static List<String> sentences() throws IOException {
        var file = new Properties();
        file.load(new StringReader(Files.readString(CHINESE)));
        return file.values().stream().map(Object::toString).toList();
    }

    private static List<String> texts() throws IOException {
        try (Stream<Path> guides = Files.list(Path.of("../docs/guides"))) {
            var all = Stream.concat(
                            Stream.of(CHINESE),
                            guides.filter(path -> path.toString().endsWith(".zh-CN.md")))
                    .toList();
            assertThat(all).hasSizeGreaterThan(2);
            return all.stream().map(WordingTest::read).toList();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
