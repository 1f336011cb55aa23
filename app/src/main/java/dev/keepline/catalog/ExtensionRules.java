package dev.keepline.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** What one more term does to the end of service, bought before, on or after that end. Pure. */
final class ExtensionRules {

    private ExtensionRules() {}

    /** The earliest new end counts; where the rule or the present end is in doubt, the latest is kept beside it. */
    static Extension extend(EarlyRenewal early, Standing current, Period term, LocalDate today) {
        var fresh = Standing.bought(term, today);
        var restarted = fresh.serviceEndsOn().earliest().orElseThrow();
        UnaryOperator<LocalDate> appended = end -> end.isAfter(today) ? current.appended(end, term) : restarted;

        var end = current.serviceEndsOn();
        var from = end.earliest().orElse(today);
        var low = early == EarlyRenewal.APPEND ? appended.apply(from) : restarted;
        var high = early == EarlyRenewal.RESTART
                ? Optional.of(restarted)
                : end.latest().map(appended);
        boolean continued = early == EarlyRenewal.APPEND && from.isAfter(today);
        int anchorDay = continued ? current.anchorAfter(from, term, low) : fresh.anchorDay();
        return new Extension(new Standing(OnDate.from(low, high), anchorDay), atRisk(early, end, today));
    }

    private static Days atRisk(EarlyRenewal early, OnDate end, LocalDate today) {
        if (early == EarlyRenewal.APPEND) {
            return new Days.Known(0);
        }
        if (end instanceof OnDate.Unknown) {
            return new Days.Unknown();
        }
        int low = daysLeft(today, end.earliest().orElseThrow());
        var high = end.latest().map(to -> daysLeft(today, to));
        if (high.isPresent() && high.get() == low) {
            return new Days.Known(low);
        }
        return new Days.Range(low, high.map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    private static int daysLeft(LocalDate today, LocalDate end) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(today, end)));
    }
}
