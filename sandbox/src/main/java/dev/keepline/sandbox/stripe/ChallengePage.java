package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.Html.escape;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The test bank's 3DS page: whoever stands before it says whether the check passes. */
record ChallengePage(ObjectNode intent, Locale locale) {

    String html() {
        if (!Intents.status(intent).equals("requires_action")) {
            return PageFrame.notice(locale, Word.CHALLENGE_OVER_TITLE, Word.CHALLENGE_OVER, "");
        }
        String amount = Price.text(
                intent.path("amount").asLong(), intent.path("currency").asString(), locale);
        return PageFrame.around(locale, Word.CHALLENGE_TITLE, """
                <h1>%s</h1><p class="sum">%s</p><p class="dim">%s</p>
                <form method="post"><button name="result" value="complete">%s</button>
                <button class="quiet" name="result" value="fail">%s</button></form>
                """.formatted(
                say(Word.CHALLENGE_TITLE), escape(amount), say(Word.CHALLENGE), say(Word.COMPLETE), say(Word.FAIL)));
    }

    private String say(Word word) {
        return escape(word.in(locale));
    }
}
