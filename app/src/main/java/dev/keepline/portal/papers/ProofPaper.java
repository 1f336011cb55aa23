package dev.keepline.portal.papers;

import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.util.List;

/**
 * A proof as its paper says it.
 *
 * @param code in groups, as it is typed
 * @param check where it can be checked, with the code; the picture leads there
 */
public record ProofPaper(Shown headline, Shown intro, List<Fact> facts, String code, String check, Imprint imprint) {}
