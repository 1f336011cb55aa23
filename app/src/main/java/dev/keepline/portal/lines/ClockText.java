package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;

/**
 * One clock in words.
 *
 * @param hot whether it is the one to look at now
 */
public record ClockText(Shown until, Shown left, boolean hot, SourceText source) {}
