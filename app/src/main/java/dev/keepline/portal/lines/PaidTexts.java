package dev.keepline.portal.lines;

import dev.keepline.kernel.Validity;
import dev.keepline.lines.RenewedElsewhere;
import dev.keepline.lines.Stretch;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Says what was paid for and until when, each stretch with its source. */
final class PaidTexts {

    private final Words w;
    private final Instant now;
    private final String carrier;
    private final ZoneId zone;

    PaidTexts(Words words, Instant now, String carrier, ZoneId zone) {
        this.w = words;
        this.now = now;
        this.carrier = carrier;
        this.zone = zone;
    }

    /** Here and elsewhere together, what became known last first. */
    List<LinePage.Paid> of(List<Stretch> here, List<RenewedElsewhere> elsewhere) {
        var all = new TreeMap<Instant, LinePage.Paid>(Comparator.reverseOrder());
        here.forEach(stretch -> all.put(stretch.bookedAt(), paid(stretch)));
        elsewhere.forEach(noted -> all.put(noted.notedAt(), paid(noted)));
        return List.copyOf(all.values());
    }

    private LinePage.Paid paid(RenewedElsewhere noted) {
        var on = w.date(noted.said().on());
        var what = noted.said()
                .amount()
                .map(amount -> w.h("through.elsewhere.amount", "on", on, "money", amount))
                .orElseGet(() -> w.h("through.elsewhere", "on", on));
        var ago = w.ago(noted.notedAt(), now);
        var source = noted.byRule()
                ? w.h("through.source.rule", "carrier", carrier, "ago", ago)
                : w.h("source.own", "ago", ago);
        return new LinePage.Paid(
                what, w.date(Validity.lastDayBefore(noted.endsOn())), new SourceText("own", source), "");
    }

    private LinePage.Paid paid(Stretch stretch) {
        var until = stretch.endsOn()
                .map(Validity::lastDayBefore)
                .map(w::date)
                .orElseGet(() -> w.h("through.record", "carrier", carrier));
        var what = w.h("through.here", "at", w.moment(stretch.bookedAt(), now, zone));
        if (stretch.revokedAt().isPresent()) {
            var back = w.h(
                    "through.revoked",
                    "carrier",
                    carrier,
                    "at",
                    w.moment(stretch.revokedAt().get(), now, zone));
            return new LinePage.Paid(what, back, new SourceText("none", w.h("through.source.revoked")), path(stretch));
        }
        var source = stretch.endsOn().isPresent()
                ? new SourceText(
                        "rule", w.h("source.bought", "carrier", carrier, "ago", w.ago(stretch.bookedAt(), now)))
                : new SourceText("read", w.h("through.source.record", "carrier", carrier));
        return new LinePage.Paid(what, until, source, path(stretch));
    }

    private static String path(Stretch stretch) {
        return "/renewals/" + stretch.renewal();
    }
}
