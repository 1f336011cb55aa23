package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.PlainText;
import dev.keepline.lines.Elsewhere;
import dev.keepline.lines.Line;
import dev.keepline.lines.TrackedLines;
import dev.keepline.lines.UsStates;
import dev.keepline.lines.UsZips;
import dev.keepline.portal.lines.TrackTexts;
import dev.keepline.portal.lines.Typed;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.WrittenRules;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what people type about a line of their own; whatever is wrong is said beside its field. */
final class TrackForm {

    private static final int LONGEST_LABEL = 60;
    private static final int YEARS_BACK = 2;
    private static final int YEARS_AHEAD = 5;

    private static final List<String> FIELDS =
            List.of("", "number", "carrier", "label", "on", "amount", "until", "iccid", "plan", "state", "zip", "zone");

    private final Map<String, String> values;
    private final Map<String, Shown> problems = new LinkedHashMap<>();
    private final Catalogue catalogue;
    private final Words w;

    TrackForm(Map<String, String> values, Catalogue catalogue, Words words) {
        this.values = new HashMap<>();
        // A form that is taken as a map passes no editor of texts; each of its fields is one line.
        values.forEach((name, text) -> this.values.put(name, PlainText.line(text)));
        this.values.remove("_csrf");
        this.catalogue = catalogue;
        this.w = words;
    }

    /** A card's number goes back to the browser covered, whatever field it was typed into. */
    Typed typed() {
        values.replaceAll((_, text) -> WrittenRules.mask(text));
        return new Typed(values, ordered());
    }

    /** As the fields stand on the page; what concerns the whole form first. */
    private Map<String, Shown> ordered() {
        var ordered = new LinkedHashMap<String, Shown>();
        Stream.concat(FIELDS.stream(), problems.keySet().stream())
                .filter(problems::containsKey)
                .forEach(field -> ordered.putIfAbsent(field, problems.get(field)));
        return ordered;
    }

    boolean good() {
        return problems.isEmpty();
    }

    void wrong(String field, String key, Object... namesAndValues) {
        problems.putIfAbsent(field, w.h(key, namesAndValues));
    }

    void set(String field, String value) {
        values.put(field, value);
    }

    String text(String field) {
        return values.getOrDefault(field, "").strip();
    }

    Optional<Msisdn> number() {
        var typed = text("number");
        if (typed.isEmpty() || WrittenRules.holdsCard(typed)) {
            wrong("number", typed.isEmpty() ? "own.wrong.nonumber" : "text.card");
            return Optional.empty();
        }
        if (typed.replaceAll("[^0-9+]", "").matches("1[3-9][0-9]{9}")) {
            wrong("number", "own.wrong.foreign");
            return Optional.empty();
        }
        var number = Msisdn.parse(typed).filter(Msisdn::assignable);
        if (number.isEmpty()) {
            wrong("number", "own.wrong.number");
        } else if (!number.get().unitedStates()) {
            wrong("number", "own.wrong.foreign");
        } else if (!number.get().personal()) {
            wrong("number", "own.wrong.tollfree");
        }
        return number.filter(Msisdn::unitedStates).filter(Msisdn::personal);
    }

    /** What the form says of a line; only to be used when it is {@link #good}. */
    Optional<TrackedLines.Correction> correction(LocalDate today) {
        var carrier = carrier();
        var home = home();
        var label = label();
        var plan = new PlanField(this, catalogue, w).plan(carrier);
        var until = lastDay("until", today);
        var profile = new ProfileField(this).profile();
        return good()
                ? Optional.of(new TrackedLines.Correction(carrier, label, home.orElseThrow(), plan, until, profile))
                : Optional.empty();
    }

    /** The first day without service, from the last day that is typed. */
    Optional<LocalDate> until(LocalDate today) {
        return lastDay("until", today);
    }

    String label() {
        var label = text("label");
        if (label.length() > LONGEST_LABEL) {
            wrong("label", "own.wrong.label", "n", LONGEST_LABEL);
        }
        if (WrittenRules.holdsCard(label)) {
            wrong("label", "text.card");
        }
        return label;
    }

    /** What the form says of a renewal elsewhere. */
    Optional<Elsewhere> elsewhere(Line line, LocalDate today) {
        var on = date("on");
        if (on.isEmpty()) {
            wrong("on", "elsewhere.wrong.on");
        } else if (on.get().isAfter(today) || on.get().isBefore(today.minusYears(YEARS_BACK))) {
            wrong("on", "elsewhere.wrong.when");
        }
        var amount = amount();
        var plan = new PlanField(this, catalogue, w).plan(line.identity().carrier());
        var until = lastDay("until", today);
        if (until.isPresent() && on.isPresent() && !until.get().isAfter(on.get())) {
            wrong("until", "elsewhere.wrong.order");
        }
        return good() ? Optional.of(new Elsewhere(on.orElseThrow(), amount, plan, until)) : Optional.empty();
    }

    private Optional<Money> amount() {
        var amount = RenewController.amount(text("amount"));
        if (amount.isEmpty() && !text("amount").isEmpty()) {
            wrong("amount", "noquote.amount");
        }
        return amount;
    }

    boolean isWrong(String field) {
        return problems.containsKey(field);
    }

    private String carrier() {
        var text = text("carrier");
        boolean known = text.equals(TrackTexts.OTHER)
                || catalogue.carriers().stream().anyMatch(c -> c.id().value().equals(text));
        if (!known) {
            wrong("carrier", "own.wrong.carrier");
        }
        return text;
    }

    private Optional<Line.Home> home() {
        var state = UsStates.find(text("state"));
        if (state.isEmpty()) {
            wrong("state", "own.wrong.state");
        }
        if (!text("zip").matches("[0-9]{5}")) {
            wrong("zip", "own.wrong.zip");
        }
        if (state.isPresent()
                && !problems.containsKey("zip")
                && !UsZips.in(state.get().code(), text("zip"))) {
            wrong(
                    "zip",
                    "own.wrong.zipstate",
                    "zip",
                    text("zip"),
                    "state",
                    w.t("own.state." + state.get().code()));
        }
        var zone = zone(state.map(UsStates.State::zone));
        return problems.containsKey("state") || problems.containsKey("zip") || zone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line.Home(new PlaceOfUse(text("state"), text("zip")), zone.get()));
    }

    /** The state's own where none is picked. */
    private Optional<ZoneId> zone(Optional<ZoneId> usual) {
        if (text("zone").isEmpty()) {
            return usual;
        }
        var picked = UsStates.ZONES.stream()
                .filter(zone -> zone.getId().equals(text("zone")))
                .findFirst();
        if (picked.isEmpty()) {
            wrong("zone", "own.wrong.zone");
        }
        return picked;
    }

    /** The last day with service, as people say it; its morrow is the first day without. */
    private Optional<LocalDate> lastDay(String field, LocalDate today) {
        var day = date(field);
        if (day.isPresent()
                && (day.get().isBefore(today.minusYears(YEARS_BACK))
                        || day.get().isAfter(today.plusYears(YEARS_AHEAD)))) {
            wrong(field, "own.wrong.until");
            return Optional.empty();
        }
        return day.map(last -> last.plusDays(1));
    }

    private Optional<LocalDate> date(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            wrong(field, text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? "own.wrong.day" : "own.wrong.date");
            return Optional.empty();
        }
    }
}
