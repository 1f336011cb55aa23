package dev.keepline.jobs;

/**
 * A claim with its history.
 *
 * @param attempts how often the job was claimed since a step of it last ended well, this time included
 */
public record Lease(Claim claim, long attempts) {}
