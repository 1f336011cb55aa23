package dev.keepline.portal.lines;

import dev.keepline.lines.Refresh;
import java.time.Instant;
import java.util.Optional;

/**
 * What asking the carrier about a line has come to.
 *
 * @param possible whether anybody can be asked
 * @param last the last question
 * @param again when it may be asked again, for somebody who wanted to ask too soon
 */
public record Freshness(boolean possible, Optional<Refresh> last, Optional<Instant> again) {}
