package dev.keepline.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In Chinese a Latin name stands off from the words around it, and a Chinese one does not. */
class SpacesTest {

    private static final Words ZH = new Words(Languages.load().byTag("zh-CN").orElseThrow());
    private static final Words EN = new Words(Languages.load().byTag("en").orElseThrow());

    @Test
    void a_space_beside_a_value_goes_where_chinese_meets_chinese() {
        assertThat(filled("请向 {carrier} 续费", "您的运营商")).isEqualTo("请向您的运营商续费");
        assertThat(filled("请向 {carrier} 续费", "T-Mobile")).isEqualTo("请向 T-Mobile 续费");
        assertThat(filled("于 {carrier} 续费", "T-Mobile 预付费")).isEqualTo("于 T-Mobile 预付费续费");
        assertThat(filled("{carrier} 和 {carrier}", "您的运营商")).isEqualTo("您的运营商和您的运营商");
    }

    @Test
    void what_only_stands_between_two_values_stays() {
        assertThat(filled("{carrier} {carrier}", "明天")).isEqualTo("明天 明天");
    }

    @Test
    void its_markup_is_left_whole() {
        var shown = Message.parse("{day} 又查过").fill(ZH, java.util.Map.of("day", Shown.unbroken("昨天")), "#");
        assertThat(shown.html()).isEqualTo("<span class=\"nb\">昨天</span>又查过");
    }

    @Test
    void other_languages_keep_theirs() {
        assertThat(Message.parse("ask {carrier} now")
                        .fill(EN, java.util.Map.of("carrier", "您的运营商"), "#")
                        .plain())
                .isEqualTo("ask 您的运营商 now");
    }

    private static String filled(String text, String carrier) {
        return Message.parse(text)
                .fill(ZH, java.util.Map.of("carrier", carrier), "#")
                .plain();
    }
}
