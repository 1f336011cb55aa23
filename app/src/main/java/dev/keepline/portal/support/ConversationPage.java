package dev.keepline.portal.support;

import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;

/**
 * One conversation.
 *
 * @param money where the money stands that it is about: the first line
 */
public record ConversationPage(String path, Shown money, Head head, List<Fact> attached, List<Said> said, Draft draft) {

    /** @param open whether it can be closed */
    public record Head(Shown title, Shown state, boolean open) {}

    /**
     * One thing written.
     *
     * @param text as it was written, line ends included
     */
    public record Said(String id, Shown author, Shown when, String text) {}
}
