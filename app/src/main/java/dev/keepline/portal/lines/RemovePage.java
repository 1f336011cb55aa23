package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import java.util.Optional;

/**
 * Asks before a tracked line is removed.
 *
 * @param problem why it cannot be removed now
 */
public record RemovePage(String path, Shown number, Optional<Shown> problem) {}
