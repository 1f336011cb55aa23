package dev.keepline.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.notifications.Letter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text of a letter has no punctuation of another language than its own. */
class LetterTextTest {

    @Test
    void a_button_is_its_words_and_below_them_where_it_leads() {
        var action = new Letter.Action("建立账户", URI.create("https://keepline.example/x"));
        var letter = new Letter(
                new Letter.Envelope("lin@example.cn", Locale.SIMPLIFIED_CHINESE, Optional.empty()),
                "请确认邮箱",
                new Letter.Body(List.of("您好。"), Optional.of(action), List.of()));

        assertThat(LetterLayout.parts(letter).text())
                .contains("建立账户\nhttps://keepline.example/x")
                .doesNotContain("建立账户:");
    }
}
