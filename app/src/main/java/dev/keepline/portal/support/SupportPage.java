package dev.keepline.portal.support;

import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * All conversations of an account.
 *
 * @param promise how soon the operator promises to answer
 */
public record SupportPage(Shown headline, Optional<Shown> promise, List<Row> conversations) {

    /** One of them. */
    public record Row(String path, Shown title, Shown state, Shown when) {}
}
