package dev.keepline.lines.refresh;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.refresh}.
 *
 * @param pause after a question about a line until a person may have it asked again
 * @param stale age at which the record of a managed line is read again by itself; with an hour to spare below a day
 * @param perMinute lines of one connector at most that are read by themselves
 * @param atOnce questions at most that one connector gets at the same time from this process
 */
@ConfigurationProperties("keepline.refresh")
public record RefreshSettings(
        @DefaultValue("2m") Duration pause,
        @DefaultValue("20h") Duration stale,
        @DefaultValue("120") int perMinute,
        @DefaultValue("4") int atOnce) {

    public RefreshSettings {
        if (pause.isNegative() || !stale.isPositive() || perMinute < 0 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "keepline.refresh: pause and per-minute must not be below zero, stale and at-once must be above it");
        }
    }
}
