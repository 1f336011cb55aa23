package dev.keepline.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A time in the reader's zone says when it falls on another day than where the line lives. */
class ElsewhereTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2026-11-30T18:00:00Z");

    @Test
    void ten_in_los_angeles_is_two_the_next_day_in_beijing() {
        assertThat(words("zh-CN").elsewhere(MORNING, LOS_ANGELES, BEIJING).plain())
                .isEqualTo("次日 02:00");
        assertThat(words("en").elsewhere(MORNING, LOS_ANGELES, BEIJING).plain()).endsWith(" the next day");
    }

    @Test
    void two_in_beijing_is_ten_the_day_before_in_los_angeles() {
        assertThat(words("zh-CN").elsewhere(MORNING, BEIJING, LOS_ANGELES).plain())
                .isEqualTo("前一日 10:00");
    }

    @Test
    void on_the_same_day_the_time_is_enough() {
        assertThat(words("zh-CN")
                        .elsewhere(MORNING, LOS_ANGELES, ZoneId.of("America/New_York"))
                        .plain())
                .isEqualTo("13:00");
    }

    private static Words words(String tag) {
        return new Words(Languages.load().byTag(tag).orElseThrow());
    }
}
