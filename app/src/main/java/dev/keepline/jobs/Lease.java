package dev.keepline.jobs;

import dev.keepline.trace.TraceId;
import java.util.Optional;

/**
 * A claim with its history.
 *
 * @param attempts how often the job was claimed since a step of it last ended well, this time included
 * @param trace of what made the work necessary; empty when nothing did but its time
 */
public record Lease(Claim claim, long attempts, Optional<TraceId> trace) {}
