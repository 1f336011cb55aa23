package dev.keepline.portal.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.support.Conversation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a question is called: the same on the day it was asked and on every other. */
class TitlesTest {

    @ParameterizedTest
    @CsvSource({"en, '25 Nov, 10:00'", "zh-CN, 11月25日 10:00"})
    void a_question_of_today_has_its_day_as_well(String language, String day) {
        var asked = Instant.parse("2026-11-25T10:00:00Z");
        var words = new Words(Languages.load().byTag(language).orElseThrow());
        var one = new Conversation(
                new AccountId(UUID.randomUUID()),
                new ConversationId(UUID.randomUUID()),
                Conversation.About.NOTHING,
                Conversation.State.OPEN,
                asked,
                asked);
        assertThat(new SupportTexts(words, asked.plusSeconds(60), ZoneOffset.UTC)
                        .title(one)
                        .plain())
                .contains(day);
    }
}
