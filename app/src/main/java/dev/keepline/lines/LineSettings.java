package dev.keepline.lines;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.lines}.
 *
 * @param tracked lines at most that one account keeps track of by itself
 * @param lookupsPerHour numbers at most whose carrier one account has looked up in an hour
 */
@ConfigurationProperties("keepline.lines")
public record LineSettings(
        @DefaultValue("50") int tracked, @DefaultValue("10") int lookupsPerHour) {}
