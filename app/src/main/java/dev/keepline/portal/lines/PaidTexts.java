package dev.keepline.portal.lines;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.Validity;
import dev.keepline.lines.RenewedElsewhere;
import dev.keepline.lines.Stretch;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /**
     * Here and elsewhere together, what became known last first.
     *
     * @param renewals that the stretches came from, as far as they are remembered
     */
    List<LinePage.Paid> of(List<Stretch> here, List<RenewedElsewhere> elsewhere, List<RenewalView> renewals) {
        var money = renewals.stream()
                .filter(RenewalView::onlyMoney)
                .collect(Collectors.toMap(
                        RenewalView::id, view -> view.bought().onlyMoney().orElseThrow()));
        var all = new TreeMap<Instant, LinePage.Paid>(Comparator.reverseOrder());
        here.forEach(stretch -> all.put(
                stretch.bookedAt(),
                Optional.ofNullable(money.get(stretch.renewal()))
                        .map(credit -> credited(stretch, credit))
                        .orElseGet(() -> paid(stretch))));
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

    /** Money is no stretch: it came, and that is all that anybody confirmed. */
    private LinePage.Paid credited(Stretch stretch, Money credit) {
        var what = w.h("through.here.money", "money", credit, "at", w.moment(stretch.bookedAt(), now, zone));
        if (stretch.revokedAt().isPresent()) {
            return revoked(stretch, what);
        }
        var source = w.h("through.source.money", "carrier", carrier, "ago", w.ago(stretch.bookedAt(), now));
        return new LinePage.Paid(what, w.h("through.money"), new SourceText("read", source), path(stretch));
    }

    private LinePage.Paid revoked(Stretch stretch, Shown what) {
        var at = w.moment(stretch.revokedAt().orElseThrow(), now, zone);
        return new LinePage.Paid(
                what,
                w.h("through.revoked", "carrier", carrier, "at", at),
                new SourceText("none", w.h("through.source.revoked")),
                path(stretch));
    }

    private LinePage.Paid paid(Stretch stretch) {
        var until = stretch.endsOn()
                .map(Validity::lastDayBefore)
                .map(w::date)
                .orElseGet(() -> w.h("through.record", "carrier", carrier));
        var what = w.h("through.here", "at", w.moment(stretch.bookedAt(), now, zone));
        if (stretch.revokedAt().isPresent()) {
            return revoked(stretch, what);
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
