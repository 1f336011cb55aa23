package dev.keepline.portal.lines;

import dev.keepline.kernel.Validity;
import dev.keepline.lines.Stretch;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

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

    List<LinePage.Paid> of(List<Stretch> stretches) {
        return stretches.stream().map(this::paid).toList();
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
