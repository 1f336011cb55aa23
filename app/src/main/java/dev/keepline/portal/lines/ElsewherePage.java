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
public record ElsewherePage(String path, Shown number, TrackPage.Lists lists, Optional<Follows> follows, Typed typed) {

    /**
     * What would be recorded.
     *
     * @param shorter by how much service would end earlier than it does now
     * @param seen what was typed and what follows from it, sent back by whoever has seen this
     * @param changed whether something else was seen before
     */
    public record Follows(Shown dates, Optional<Shown> shorter, String seen, boolean changed) {}
}
