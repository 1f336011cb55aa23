package dev.keepline.jobs;

import java.time.Duration;

/**
 * How the worker of one kind of work does.
 *
 * @param alive whether the thread that takes work up still runs; it never ends by itself
 * @param lookedAgo since it last looked for work, or waited for one of its steps to end
 * @param busy steps that run now
 * @param slots steps at most
 */
public record WorkerPulse(String kind, boolean alive, Duration lookedAgo, int busy, int slots) {}
