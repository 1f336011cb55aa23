package dev.keepline.portal.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.State;
import dev.keepline.support.SupportSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator promises is said where somebody waits for it, and nowhere else. */
class PromiseTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, en, We answer within one hour.",
        "24, en, We answer within 24 hours.",
        "72, en, We answer within 3 days.",
        "30, zh-CN, 我们会在 30 小时内答复。",
        "48, zh-CN, 我们会在 2 天内答复。"
    })
    void a_promise_is_said_in_hours_or_whole_days(long hours, String language, String said) {
        assertThat(texts(language, Optional.of(hours)).page(List.of()).promise().map(Shown::plain))
                .hasValue(said);
    }

    @Test
    void without_a_promise_nothing_is_said() {
        assertThat(new SupportSettings(Duration.ofMinutes(15), null).hoursPromised())
                .isEmpty();
        assertThat(texts("en", Optional.empty()).page(List.of()).promise()).isEmpty();
    }

    @Test
    void it_is_said_of_a_conversation_while_it_is_the_operators_turn() {
        assertThat(head(State.OPEN).promise()).isPresent();
        assertThat(head(State.WAITING).promise()).isEmpty();
        assertThat(head(State.CLOSED).promise()).isEmpty();
    }

    @Test
    void nobody_promises_less_than_an_hour() {
        assertThatThrownBy(() -> new SupportSettings(Duration.ofMinutes(15), Duration.ofMinutes(59)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keepline.support.answers-within");
    }

    private static ConversationPage.Head head(State state) {
        var one = new Conversation(
                new AccountId(UUID.randomUUID()),
                new ConversationId(UUID.randomUUID()),
                Conversation.About.NOTHING,
                state,
                NOW,
                NOW);
        var matter = new Matter(Optional.empty(), Optional.empty(), Optional.empty());
        return texts("en", Optional.of(24L))
                .page(one, List.of(), matter, Draft.empty(UUID.randomUUID()))
                .head();
    }

    private static SupportTexts texts(String language, Optional<Long> promised) {
        return new SupportTexts(
                new Words(Languages.load().byTag(language).orElseThrow()), NOW, ZoneOffset.UTC, promised);
    }
}
