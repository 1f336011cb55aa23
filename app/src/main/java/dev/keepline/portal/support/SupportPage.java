package dev.keepline.portal.support;

import dev.keepline.portal.words.Shown;
import java.util.List;

/** All conversations of an account. */
public record SupportPage(Shown headline, List<Row> conversations) {

    /** One of them. */
    public record Row(String path, Shown title, Shown state, Shown when) {}
}
