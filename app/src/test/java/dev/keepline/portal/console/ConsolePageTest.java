package dev.keepline.portal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.portal.console.ConsolePage.Question;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.Conversation.State;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions are not called cases: a case is closed with a reason, a question is answered. */
class ConsolePageTest {

    private static final Question ONE =
            new Question("/console/questions/a/b", Shown.text("A line"), "Ann", Shown.text("now"));

    @Test
    void questions_alone_are_called_questions() {
        assertThat(headline("en", 0)).isEqualTo("Nothing waits for a person");
        assertThat(headline("en", 1)).isEqualTo("One question waits for an answer");
        assertThat(headline("en", 6)).isEqualTo("6 questions wait for an answer");
        assertThat(headline("zh-CN", 6)).contains("6 个问题");
        assertThat(page("en", 6).intro().plain()).contains("answers").doesNotContain("case");
        assertThat(page("en", 0).intro().plain()).contains("case");
    }

    private static String headline(String language, int questions) {
        return page(language, questions).headline().plain();
    }

    private static ConsolePage page(String language, int questions) {
        var words = new Words(Languages.load().byTag(language).orElseThrow());
        var open = new ConsolePage.Questions(State.OPEN, Collections.nCopies(questions, ONE));
        return ConsolePage.of(open, List.of(), words);
    }
}
