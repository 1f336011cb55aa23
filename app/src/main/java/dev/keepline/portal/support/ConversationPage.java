package dev.keepline.portal.support;

import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * One conversation.
 *
 * @param money where the money stands that it is about: the first line
 */
public record ConversationPage(String path, Shown money, Head head, List<Fact> attached, List<Said> said, Draft draft) {

    /**
     * @param promise how soon the operator promises to answer, while it is its turn
     * @param open whether it can be closed
     */
    public record Head(Shown title, Shown state, Optional<Shown> promise, boolean open) {}

    /**
     * One thing written.
     *
     * @param text as it was written, line ends included
     */
    public record Said(String id, Shown author, Shown when, String text) {}
}
