package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import java.util.Optional;

/**
 * What is known of the carrier's record, and whether it can be asked for again.
 *
 * @param said what came of the last question
 * @param notice about the one that was just wanted
 * @param ask the words of the button; empty where nobody can be asked
 * @param asking whether the answer is still out
 */
public record RefreshText(Shown said, Optional<Shown> notice, Optional<Shown> ask, boolean asking) {}
