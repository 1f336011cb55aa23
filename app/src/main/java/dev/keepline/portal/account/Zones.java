package dev.keepline.portal.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Time zones that can be chosen for a person. */
final class Zones {

    private static final List<ZoneId> ALL = Stream.of(
                    "America/New_York",
                    "America/Chicago",
                    "America/Denver",
                    "America/Los_Angeles",
                    "America/Anchorage",
                    "Pacific/Honolulu",
                    "Asia/Shanghai",
                    "Asia/Hong_Kong",
                    "Asia/Taipei",
                    "Asia/Singapore",
                    "Asia/Tokyo",
                    "Asia/Kolkata",
                    "Australia/Sydney",
                    "Europe/London",
                    "Europe/Berlin",
                    "America/Toronto",
                    "America/Sao_Paulo",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    private Zones() {}

    /** Those to choose from; one that was chosen otherwise is among them. */
    static List<ZoneId> with(ZoneId chosen) {
        return ALL.contains(chosen)
                ? ALL
                : Stream.concat(Stream.of(chosen), ALL.stream()).toList();
    }

    /** What to propose to somebody who reads this language. */
    static ZoneId likely(String language) {
        return ZoneId.of(language.startsWith("zh") ? "Asia/Shanghai" : "America/New_York");
    }

    static Optional<ZoneId> parse(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
