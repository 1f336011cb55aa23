package dev.keepline.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.jobs}, the same for each kind of work.
 *
 * @param workers steps at most that run at once in this process
 * @param lease longer than a step may take; also how long the work of a killed process rests
 * @param idle how long to wait before looking again when nothing was due
 * @param grace how long a shutdown waits for running steps before it leaves them to their leases
 */
@ConfigurationProperties("keepline.jobs")
record JobSettings(
        @DefaultValue("16") int workers,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("250ms") Duration idle,
        @DefaultValue("10s") Duration grace,
        @DefaultValue Retry retry) {

    JobSettings {
        if (workers < 1 || retry.attempts() < 1) {
            throw new IllegalArgumentException(
                    "keepline.jobs.workers and keepline.jobs.retry.attempts need at least 1");
        }
        if (!lease.isPositive() || !idle.isPositive()) {
            throw new IllegalArgumentException(
                    "keepline.jobs.lease and keepline.jobs.idle need a time longer than none");
        }
    }

    /**
     * After failures.
     *
     * @param attempts in a row after which a job is set aside
     */
    record Retry(
            @DefaultValue("12") int attempts,
            @DefaultValue("1s") Duration first,
            @DefaultValue("5m") Duration longest) {}
}
