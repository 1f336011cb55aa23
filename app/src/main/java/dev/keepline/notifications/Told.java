package dev.keepline.notifications;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as it stands in the portal.
 *
 * @param at when it became true
 * @param shownAt when its reader first saw it there
 */
public record Told(Message message, Instant at, Optional<Instant> shownAt) {}
