package dev.keepline.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Latin value stands off from Chinese words, a Chinese one does not. */
class SeamsTest {

    @Test
    void between_chinese_on_both_sides_there_is_no_space() {
        assertThat(said("{carrier} 自己的记录查不到", "T-Mobile 预付费")).isEqualTo("T-Mobile 预付费自己的记录查不到");
        assertThat(said("最迟 {carrier} 也会自动解冻", "12月7日")).isEqualTo("最迟 12月7日也会自动解冻");
        assertThat(said("北京时间 {carrier}。", "次日 02:00")).isEqualTo("北京时间次日 02:00。");
        assertThat(said("（{carrier} {carrier}）", "运营商")).isEqualTo("（运营商运营商）");
    }

    @Test
    void latin_values_stand_off_and_spaces_inside_a_value_stay() {
        assertThat(said("向 {carrier} 下单", "T-Mobile")).isEqualTo("向 T-Mobile 下单");
        assertThat(said("{carrier} 的号码", "妈妈 的")).isEqualTo("妈妈 的的号码");
        assertThat(said("Ask {carrier} first", "运营商")).isEqualTo("Ask 运营商 first");
    }

    private static String said(String sentence, String value) {
        var words = new Words(Languages.load().byTag("zh-CN").orElseThrow());
        var shown = Message.parse(sentence).fill(words, Map.of("carrier", value), "#");
        assertThat(shown.html()).isEqualTo(shown.plain().replace("T-Mobile", "<span class=\"nb\">T-Mobile</span>"));
        return shown.plain();
    }
}
