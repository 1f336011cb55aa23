package dev.keepline.observe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.management}.
 *
 * @param address where metrics and health in detail can be asked for; nobody has to prove who they are there
 * @param port of the same; three above the application's where none is set, 0 for any that is free
 * @param sampleEvery how often what has to be counted in the database is counted
 */
@ConfigurationProperties("keepline.management")
record ManagementSettings(
        @DefaultValue("127.0.0.1") String address,
        @Nullable Integer port,
        @DefaultValue("15s") Duration sampleEvery) {

    private static final int ABOVE = 3;

    ManagementSettings {
        if (sampleEvery.toMillis() < 100) {
            throw new IllegalArgumentException("keepline.management.sample-every is too short: " + sampleEvery);
        }
    }

    int port(int applications) {
        if (port != null) {
            return port;
        }
        return applications == 0 ? 0 : applications + ABOVE;
    }
}
