package dev.keepline.guard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header Retry-After (RFC 9110, 10.2.3): seconds, or a date, which counts from the answer's own Date. */
public final class RetryAfter {

    /** We come back after this long at the latest, whatever we are told: nobody's renewal waits for a mistyped header. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private RetryAfter() {}

    /** Empty where the header is missing, says nothing readable, or no time at all. */
    public static Optional<Duration> read(Optional<String> retryAfter, Optional<String> date) {
        return retryAfter
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : date.flatMap(sent -> between(sent.strip(), text)))
                .filter(Duration::isPositive)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> between(String from, String to) {
        try {
            return Optional.of(Duration.between(instant(from), instant(to)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime instant(String date) {
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
