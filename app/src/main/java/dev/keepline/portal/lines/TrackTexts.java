package dev.keepline.portal.lines;

import dev.keepline.catalog.Carrier;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Kind;
import dev.keepline.catalog.Offering;
import dev.keepline.lines.UsStates;
import dev.keepline.portal.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Puts words to the choices of a tracked line's form. */
public final class TrackTexts {

    /** Stands for a carrier the catalogue does not have: no rule is known for it. */
    public static final String OTHER = "other";

    /** A name that says its price needs none beside it. */
    private static final String SIGN = "$";

    private final Words w;
    private final Catalogue catalogue;

    public TrackTexts(Words words, Catalogue catalogue) {
        this.w = words;
        this.catalogue = catalogue;
    }

    /**
     * All plans, by carrier and the chosen one's first: a carrier that is corrected on the page has its plans there already,
     * without script.
     *
     * @param carrier that is chosen
     */
    public TrackPage.Lists lists(String carrier) {
        var shown = catalogue.carriers().stream()
                .sorted(Comparator.comparing(one -> !one.id().value().equals(carrier)))
                .toList();
        return new TrackPage.Lists(carriers(), plans(shown), states(), zones());
    }

    /** Only the plans of one carrier. */
    public TrackPage.Lists plansOf(String carrier) {
        var one = catalogue.carrier(new CarrierId(carrier)).stream().toList();
        return new TrackPage.Lists(List.of(), plans(one), List.of(), List.of());
    }

    /** As pages name the carrier. */
    public String carrier(CarrierId id) {
        var key = "carrier." + id;
        return w.has(key) ? w.t(key) : catalogue.carrier(id).map(Carrier::name).orElse(id.value());
    }

    private List<TrackPage.Choice> carriers() {
        var all = new ArrayList<TrackPage.Choice>();
        catalogue.carriers().forEach(c -> all.add(new TrackPage.Choice(c.id().value(), carrier(c.id()))));
        all.add(new TrackPage.Choice(OTHER, w.t("carrier.other")));
        return all;
    }

    private List<TrackPage.Group> plans(List<Carrier> carriers) {
        return carriers.stream()
                .map(carrier -> new TrackPage.Group(carrier(carrier.id()), plansOf(carrier.id())))
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    private List<TrackPage.Choice> plansOf(CarrierId carrier) {
        return catalogue.offerings(carrier).stream()
                .filter(offering -> offering.kind() != Kind.TOP_UP_BY_AMOUNT)
                .map(offering -> new TrackPage.Choice(offering.id().value(), name(offering)))
                .toList();
    }

    private String name(Offering offering) {
        var name = offering.name().in(Locale.forLanguageTag(w.language().tag()));
        return offering.price()
                .filter(price -> !name.contains(SIGN))
                .map(price -> w.t("own.plan.priced", "plan", name, "money", price))
                .orElse(name);
    }

    private List<TrackPage.Choice> states() {
        return UsStates.all().stream()
                .map(state -> new TrackPage.Choice(state.code(), state.code() + " " + w.t("own.state." + state.code())))
                .toList();
    }

    private List<TrackPage.Choice> zones() {
        return UsStates.ZONES.stream()
                .map(zone -> new TrackPage.Choice(zone.getId(), w.zone(zone)))
                .toList();
    }
}
