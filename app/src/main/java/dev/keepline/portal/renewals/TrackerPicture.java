package dev.keepline.portal.renewals;

import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import java.util.List;
import java.util.Optional;

/** The picture of a line's life, as it is or as it would become. */
final class TrackerPicture {

    private final Told told;
    private final Words w;

    TrackerPicture(Told told) {
        this.told = told;
        this.w = told.w();
    }

    Optional<TrackerPage.Picture> picture() {
        var promise = told.tracked().quote().promise();
        if (promise.serviceEndsOn().isEmpty()) {
            return Optional.empty();
        }
        var card = told.tracked().card();
        var today = card.today(told.now());
        var before = told.clocks();
        var phase = told.view().phase();
        if (phase == Phase.RENEWED || phase == Phase.OWED || phase == Phase.CONFIRMED) {
            var span = Life.span(before, today, card.dates().periodStart());
            return Optional.of(new TrackerPage.Picture(Life.of(before, today, span), w.h("track.now")));
        }
        var after = new Clocks(promise.serviceEndsOn(), Certainty.READ, promise.numberLostOn(), Optional.empty());
        return switch (phase) {
            case NOT_CHARGED, RELEASING, REFUNDING, REFUNDED, REFUND_FAILED, RETURNED -> Optional.empty();
            default -> {
                var span = Life.span(List.of(before, after), today);
                yield Optional.of(new TrackerPage.Picture(Life.adding(before, after, today, span), asked(after)));
            }
        };
    }

    /** Before anything is paid and ordered it is only what would come. */
    private Shown asked(Clocks after) {
        var view = told.view();
        boolean ordered = view.phase() != Phase.NOT_PLACED && view.reached().containsKey(Phase.ORDERED);
        var service = w.date(after.serviceEndsOn().orElseThrow().minusDays(1));
        return after.numberLostOn()
                .map(lost -> w.h(
                        ordered ? "track.asked" : "track.would",
                        "service",
                        service,
                        "number",
                        w.date(lost.minusDays(1))))
                .orElseGet(() -> w.h(ordered ? "track.asked.service" : "track.would.service", "service", service));
    }
}
