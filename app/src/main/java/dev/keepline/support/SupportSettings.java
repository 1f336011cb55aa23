package dev.keepline.support;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.support}.
 *
 * @param digestEvery so long after one e-mail about new cases and questions a person of the operator gets no other; zero
 *     sends none
 * @param answersWithin what the operator promises to whoever writes; without it nothing is promised
 */
@ConfigurationProperties("keepline.support")
public record SupportSettings(
        @DefaultValue("15m") Duration digestEvery, @Nullable Duration answersWithin) {

    public SupportSettings {
        if (digestEvery.isNegative()) {
            throw new IllegalArgumentException("keepline.support.digest-every is a time, or 0 for no e-mail");
        }
        if (answersWithin != null && answersWithin.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("keepline.support.answers-within is an hour or more");
        }
    }

    /** What is promised, in whole hours. */
    public Optional<Long> hoursPromised() {
        return Optional.ofNullable(answersWithin).map(Duration::toHours);
    }
}
