package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import java.util.Optional;

/**
 * "I renewed it elsewhere": what was paid when, and what follows from it before it is recorded.
 *
 * @param path of the line
 * @param number of the line
 * @param lists the plans of its carrier
 * @param follows the two dates that follow, once they were reckoned
 */
public record ElsewherePage(String path, Shown number, TrackPage.Lists lists, Optional<Shown> follows, Typed typed) {}
