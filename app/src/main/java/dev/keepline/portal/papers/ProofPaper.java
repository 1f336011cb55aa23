package dev.keepline.portal.papers;

import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;

/**
 * A proof as its paper says it.
 *
 * @param more what the page says that checks it
 * @param code in groups, as it is typed
 * @param check where it can be checked, with the code; the picture leads there
 */
public record ProofPaper(Heading heading, List<Fact> facts, String code, String check, Shown more, Imprint imprint) {

    public record Heading(String title, Shown headline, Shown intro) {}

    public Shown headline() {
        return heading.headline();
    }

    public Shown intro() {
        return heading.intro();
    }
}
