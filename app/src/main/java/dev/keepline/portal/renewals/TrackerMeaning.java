package dev.keepline.portal.renewals;

import dev.keepline.catalog.LapseRules;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What it means for the one who waits: money, line, what we do and what to do. */
final class TrackerMeaning {

    private final Told told;
    private final Words w;

    TrackerMeaning(Told told) {
        this.told = told;
        this.w = told.w();
    }

    TrackerPage.Meaning meaning(boolean looking) {
        var phase = looking ? "LOOKING" : told.view().phase().name();
        var money = told.view().bought().price().total();
        return new TrackerPage.Meaning(
                looking ? w.h("money.LOOKING", "money", money) : money(),
                line(),
                w.h(told.byRoad("we." + phase), "carrier", told.carrier()),
                you(phase),
                zones(told.tracked().card().dates().zone()));
    }

    private Shown you(String phase) {
        var danger = told.danger();
        return danger.isPresent()
                ? w.h("you.danger", "carrier", told.carrier())
                : w.h(advice(refused("you." + phase)), "carrier", told.carrier());
    }

    /** After a refusal the advice is that of the refusal. */
    private String refused(String key) {
        return switch (told.view().phase()) {
            case NOT_CHARGED, RELEASING ->
                w.key(key, true, EndTexts.next(told.view()).name());
            default -> key;
        };
    }

    /** Nobody is hurried whose dates are far away. */
    private String advice(String key) {
        var money = w.key(key, told.view().onlyMoney(), "money");
        var ends = told.tracked().card().dates().clocks().serviceEndsOn();
        var soon = told.tracked().card().today(told.now()).plusDays(LapseRules.NEAR_WITHIN_DAYS);
        return money.equals(key) ? w.key(key, ends.filter(soon::isBefore).isPresent(), "fine") : money;
    }

    /** Until when money is held is said in the reader's zone, as all that concerns money. */
    private Shown money() {
        var view = told.view();
        var money = view.bought().price().total();
        var held = view.standing().held();
        var text = w.h(
                "money." + view.money(told.now()),
                "money",
                money,
                "reference",
                view.standing().returned().orElse("—"));
        return held.map(hold -> w.join(List.of(
                        text,
                        w.h(
                                "money.hold.ends",
                                "day",
                                w.day(LocalDate.ofInstant(hold.captureBefore(), told.reader()))))))
                .orElse(text);
    }

    private Shown line() {
        var clocks = told.clocks();
        var by = told.view().phase() == Phase.IN_REVIEW ? ".by" : "";
        var now_ = clocks.serviceEndsOn()
                .map(day -> w.h(
                        "line.service" + by,
                        "date",
                        w.date(day.minusDays(1)),
                        "source",
                        told.source(told.tracked().card().dates().service())))
                .orElseGet(() -> w.h("line.service.unknown"));
        var number = clocks.numberLostOn()
                .map(day -> w.h(
                        "line.number" + by,
                        "date",
                        w.date(day.minusDays(1)),
                        "source",
                        told.source(told.tracked().card().dates().number())));
        var phase = told.view().phase();
        var key = told.danger().isEmpty() ? "line." + phase : "line.danger";
        var effect = w.h(told.byRoad(key), "carrier", told.carrier());
        return w.join(number.map(text -> List.of(effect, now_, text)).orElseGet(() -> List.of(effect, now_)));
    }

    /** In whose time the page speaks: what happens in the reader's, dates of the line in the line's. */
    private Shown zones(ZoneId zone) {
        boolean same = zone.getRules()
                .getOffset(told.now())
                .equals(told.reader().getRules().getOffset(told.now()));
        return same
                ? w.h("track.zone", "zone", w.zone(told.reader()))
                : w.h("track.zones", "zone", w.zone(zone), "reader", w.zone(told.reader()));
    }
}
