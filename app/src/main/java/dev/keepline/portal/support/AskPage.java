package dev.keepline.portal.support;

import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * The form for a new question.
 *
 * @param money where the money stands that it is about
 * @param promise how soon the operator promises to answer
 * @param expect what can be done about it and what not, where the matter has such
 * @param attached what goes along with the question
 */
public record AskPage(
        Shown money, Optional<Shown> promise, List<Shown> expect, List<Fact> attached, About about, Draft draft) {

    /** What the question is about, as the form sends it back; empty text where it is about nothing in particular. */
    public record About(String renewal, String line, String topic) {

        /** What a question about another SIM or phone is marked with. */
        public static final String SIM = "sim";

        /** Whether it is about another SIM or phone. */
        public boolean sim() {
            return topic.equals(SIM);
        }
    }
}
