package dev.keepline.catalog.cli;

import dev.keepline.catalog.Clocks;
import dev.keepline.catalog.Days;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.OnDate;
import dev.keepline.kernel.Validity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/** An answer as lines for a person at a terminal. */
public final class ClocksText {

    private ClocksText() {}

    /** Several lines, without colour. */
    public static String of(ClocksAnswer answer) {
        var clocks = answer.clocks();
        var text = new StringBuilder(answer.carrier() + ": " + answer.because() + "\n");
        line(text, "state", state(clocks));
        line(text, "service ends on", date(clocks.serviceEndsOn(), clocks.asOf(), "the first day without service"));
        line(text, "number lost on", date(clocks.numberLostOn(), clocks.asOf(), "the first day it may be gone"));
        clocks.rule().ifPresentOrElse(rule -> rule(text, rule), () -> line(text, "rule", "none is published"));
        return text.toString();
    }

    private static String state(Clocks clocks) {
        var words = switch (clocks.state()) {
            case FINE -> "in service";
            case DUE -> "in service, soon to stop";
            case OUT -> "no service; the number is still safe";
            case NEAR -> "the number is nearly lost";
            case GONE ->
                clocks.mayStillBeThere()
                        ? "counted as lost; some source gives it longer, so a call to the carrier is worth it"
                        : "the number counts as lost";
            case UNKNOWN -> "no published rule says";
        };
        return clocks.state().code() + " as of " + clocks.asOf() + ": " + words;
    }

    private static String date(OnDate date, LocalDate asOf, String meaning) {
        return switch (date) {
            case OnDate.Unknown() -> "unknown";
            case OnDate.Known(var on) -> on + ", " + meaning + "; last safe day " + lastDay(on, asOf);
            case OnDate.Range(var from, var to) ->
                from + ", " + meaning
                        + to.map(end -> " (some sources say " + end + ")").orElse(" (or later)") + "; last safe day "
                        + lastDay(from, asOf);
        };
    }

    private static String lastDay(LocalDate date, LocalDate asOf) {
        long left = ChronoUnit.DAYS.between(asOf, date);
        return Validity.lastDayBefore(date) + (left > 0 ? ", " + left + " days left" : ", passed");
    }

    private static void rule(StringBuilder text, LapseRule rule) {
        var loss = rule.ending().loss();
        var events = loss.from().stream().map(each -> each.code()).sorted().collect(Collectors.joining(" or "));
        line(text, "rule", rule.scope() + ": number lost " + days(loss.days()) + " after " + events);
        line(text, "early renewal", rule.reckoning().earlyRenewal().code());
        line(
                text,
                "zone",
                rule.zone() + rule.reckoning().statedZone().map(zone -> "").orElse(" (none is published)"));
        var provenance = rule.provenance();
        line(text, "source", String.join(", ", provenance.sources()));
        line(text, "source date", provenance.date().map(Object::toString).orElse("undated"));
        line(text, "confidence", provenance.confidence().code());
        Optional.of(provenance.note()).filter(note -> !note.isEmpty()).ifPresent(note -> line(text, "note", note));
    }

    private static String days(Days days) {
        return switch (days) {
            case Days.Known(int known) -> known + " days";
            case Days.Range(int low, var high) ->
                low + (high.isPresent() ? " to " + high.getAsInt() : " or more") + " days";
            case Days.Unknown() -> "an unknown number of days";
        };
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ")
                .append(name)
                .repeat(' ', 16 - name.length())
                .append(value)
                .append('\n');
    }
}
