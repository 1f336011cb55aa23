package dev.keepline.portal.console;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Offering;
import dev.keepline.guard.Pulse;
import dev.keepline.jobs.Quarantine;
import dev.keepline.kernel.Money;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts words to the catalogue as it is loaded, and to how counterparts and our own work are doing. */
public final class HouseTexts {

    private static final int DIGITS = 8;

    private final DeskTexts desk;

    public HouseTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** Every offering with its version, source, date, and whether it is sold. */
    public DeskPage catalogue(Catalogue catalogue) {
        var w = desk.w();
        var all = catalogue.offerings();
        long sold = all.stream().filter(Offering::sellable).count();
        var sheets = catalogue.carriers().stream()
                .map(carrier -> {
                    var name = desk.known("carrier.", carrier.id().value());
                    var rows = catalogue.offerings(carrier.id()).stream()
                            .map(offering -> row(offering, name.plain()))
                            .toList();
                    var heads = List.of(
                            w.t("console.offering"),
                            w.t("console.price"),
                            w.t("console.sold"),
                            w.t("console.source"),
                            w.t("console.version"));
                    return Sheet.table(name, new Table(heads, rows), w.h("console.catalogue.none"));
                })
                .toList();
        return new DeskPage(
                "catalogue",
                w.h("console.catalogue.some", "n", all.size(), "m", sold),
                Optional.of(w.h("console.catalogue.intro")),
                Optional.empty(),
                sheets);
    }

    private List<Cell> row(Offering offering, String carrier) {
        var w = desk.w();
        var provenance = offering.provenance();
        var sold = offering.notSellable()
                .map(why -> w.h("unsold." + why, "carrier", carrier))
                .orElseGet(() -> w.h("console.sold.yes"));
        var date = provenance.date().map(Object::toString).orElseGet(() -> w.t("source.undated"));
        return List.of(
                Cell.of(offering.name().in(w.language().locale()))
                        .with(offering.id().value()),
                Cell.of(offering.price().map(w::money).orElseGet(() -> w.h("offer.byamount"))),
                Cell.of(sold),
                Cell.of(provenance.confidence().name().toLowerCase(java.util.Locale.ROOT))
                        .with(date + " · " + provenance.sources().getFirst()),
                Cell.of(offering.version().digest().substring(0, DIGITS)));
    }

    /** Our balance at each connector; empty where it cannot be read now. */
    public record Health(
            List<Pulse> pulses,
            Map<String, Optional<Money>> floats,
            List<Quarantine.Item> setAside,
            Optional<URI> sandbox) {}

    /** How counterparts answer, what is left at them, and what was set aside. */
    public DeskPage health(Health health) {
        var w = desk.w();
        var pulses = new Table(
                List.of(
                        w.t("console.counterpart"),
                        w.t("console.state"),
                        w.t("console.lastanswer"),
                        w.t("console.errors")),
                health.pulses().stream().map(this::pulse).toList());
        var floats = new Table(
                List.of(w.t("console.road"), w.t("console.float")),
                health.floats().entrySet().stream()
                        .map(e -> List.of(
                                Cell.of(e.getKey()),
                                Cell.of(e.getValue().map(w::money).orElseGet(() -> w.h("console.float.unknown")))))
                        .toList());
        var aside = new Table(
                List.of(w.t("console.work"), w.t("console.since"), w.t("console.cause")),
                health.setAside().stream().map(this::aside).toList());
        var sheets = new ArrayList<>(List.of(
                Sheet.table(w.h("console.counterparts"), pulses, w.h("console.counterparts.none")),
                Sheet.table(w.h("console.floats"), floats, w.h("console.counterparts.none")),
                Sheet.table(w.h("console.aside"), aside, w.h("console.aside.none"))));
        health.sandbox()
                .ifPresent(url -> sheets.add(Sheet.notes(
                        w.h("frame.sandbox"), List.of(w.h("console.sandbox").linked(url.toString())))));
        boolean well = health.setAside().isEmpty()
                && health.pulses().stream().allMatch(p -> p.standing().state() == dev.keepline.guard.Standing.State.UP);
        return new DeskPage(
                "health",
                w.h(well ? "console.health.well" : "console.health.ill"),
                Optional.of(w.h("console.health.intro")),
                Optional.empty(),
                sheets);
    }

    private List<Cell> pulse(Pulse pulse) {
        var w = desk.w();
        var state = w.h(
                "standing." + pulse.standing().state(),
                "n",
                pulse.standing().callAgainIn().plus(Duration.ofMillis(999)).toSeconds());
        var last = pulse.lastAnswerAgo()
                .map(ago -> w.ago(desk.now().minus(ago), desk.now()))
                .orElseGet(() -> w.h("console.lastanswer.none"));
        return List.of(
                Cell.of(pulse.name()),
                Cell.of(state),
                Cell.of(last),
                Cell.of(w.h("console.errors.of", "n", pulse.unanswered(), "m", pulse.calls())));
    }

    private List<Cell> aside(Quarantine.Item item) {
        var job = item.job();
        var name = Shown.text(job.kind());
        var cell = job.kind().equals("renewal")
                ? Cell.link(name, "/console/renewals/" + job.account() + "/" + job.key())
                : Cell.of(name);
        return List.of(
                cell.with(job.key()),
                Cell.of(desk.moment(item.since())),
                Cell.of(Optional.ofNullable(item.cause()).orElse("")));
    }
}
