package dev.keepline.portal.lines;

import dev.keepline.carriers.Snapshot;
import dev.keepline.lines.Refresh;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Says what came of asking the carrier, and from when the facts are that the page shows. */
final class RefreshTexts {

    private final Words w;
    private final Instant now;
    private final String carrier;
    private final ZoneId zone;
    private final boolean carrierUnknown;

    RefreshTexts(Words words, Instant now, LineCard card, ZoneId zone) {
        this.w = words;
        this.now = now;
        this.carrier = new LineTexts(words, now).shortName(card);
        this.zone = zone;
        this.carrierUnknown = card.carrierUnknown();
    }

    /** @param reading the record that is shown, where there is one */
    RefreshText of(Freshness fresh, Optional<Snapshot> reading) {
        boolean asking = fresh.last().isPresent() && fresh.last().get().answer().isEmpty();
        return new RefreshText(
                fresh.possible()
                        ? said(fresh, reading)
                        : w.h(carrierUnknown ? "refresh.noroad.other" : "refresh.noroad", "carrier", carrier),
                fresh.again().map(this::soon),
                fresh.possible() && !asking ? Optional.of(w.h("refresh.do", "carrier", carrier)) : Optional.empty(),
                asking);
    }

    private Shown said(Freshness fresh, Optional<Snapshot> reading) {
        if (fresh.last().isEmpty()) {
            return reading.map(this::read).orElseGet(() -> w.h("refresh.never", "carrier", carrier));
        }
        var last = fresh.last().get();
        if (last.answer().isEmpty()) {
            return w.h("refresh.asking", "carrier", carrier, "at", w.moment(last.askedAt(), now, zone));
        }
        var answer = last.answer().get();
        boolean newer =
                reading.filter(read -> read.readAt().isAfter(answer.at())).isPresent();
        return newer || answer.result() == Refresh.Result.READ
                ? reading.map(this::read).orElseGet(() -> w.h("refresh.never", "carrier", carrier))
                : nothingNew(answer, reading);
    }

    private Shown nothingNew(Refresh.Answer answer, Optional<Snapshot> reading) {
        var key = "refresh." + answer.result();
        var at = w.moment(answer.at(), now, zone);
        return reading.map(read -> w.h(key, "carrier", carrier, "at", at, "read", w.moment(read.readAt(), now, zone)))
                .orElseGet(() -> w.h(key + ".never", "carrier", carrier, "at", at));
    }

    private Shown read(Snapshot reading) {
        return w.h("refresh.read", "carrier", carrier, "ago", w.ago(reading.readAt(), now));
    }

    private Shown soon(Instant again) {
        long seconds = Math.max(1, Duration.between(now, again).toSeconds());
        return w.h("refresh.soon", "carrier", carrier, "n", seconds);
    }
}
