package dev.keepline.portal.web;

import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Kind;
import dev.keepline.portal.lines.TrackTexts;
import dev.keepline.portal.words.Words;
import java.util.Optional;

/** Reads the plan of a line: one of its carrier's, or none. */
final class PlanField {

    private final TrackForm form;
    private final Catalogue catalogue;
    private final Words w;

    PlanField(TrackForm form, Catalogue catalogue, Words words) {
        this.form = form;
        this.catalogue = catalogue;
        this.w = words;
    }

    Optional<String> plan(String carrier) {
        var id = form.text("plan");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        boolean ofCarrier = id.matches("[a-z0-9-]{1,60}")
                && catalogue.carriers().stream().anyMatch(c -> c.id().value().equals(carrier))
                && sells(new CarrierId(carrier), id);
        if (ofCarrier) {
            return Optional.of(id);
        }
        wrong(id, carrier);
        return Optional.empty();
    }

    private boolean sells(CarrierId carrier, String plan) {
        return catalogue.offerings(carrier).stream()
                .filter(offering -> offering.kind() != Kind.TOP_UP_BY_AMOUNT)
                .anyMatch(offering -> offering.id().value().equals(plan));
    }

    /** A plan of another carrier than the one that is picked: both are named, for one of them is to be changed. */
    private void wrong(String plan, String carrier) {
        var texts = new TrackTexts(w, catalogue);
        catalogue.carriers().stream()
                .filter(one -> sells(one.id(), plan))
                .findFirst()
                .filter(_ -> !carrier.isEmpty() && !form.isWrong("carrier"))
                .ifPresentOrElse(
                        other -> form.wrong(
                                "plan",
                                "own.wrong.plan.of",
                                "other",
                                texts.carrier(other.id()),
                                "carrier",
                                carrier.equals(TrackTexts.OTHER)
                                        ? w.t("carrier.other")
                                        : texts.carrier(new CarrierId(carrier))),
                        () -> form.wrong("plan", "own.wrong.plan"));
    }
}
