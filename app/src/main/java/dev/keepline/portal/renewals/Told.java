package dev.keepline.portal.renewals;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.carriers.Snapshot;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.lines.Source;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What all parts of a tracker's page build on.
 *
 * @param reader the zone of the person who reads
 */
record Told(Words w, Instant now, ZoneId reader, Tracked tracked) {

    /** While one waits in these, the number may be lost meanwhile. */
    private static final Set<Phase> DANGEROUS = EnumSet.of(Phase.ORDERED, Phase.CONFIRMING, Phase.IN_REVIEW);

    /** What is said of a top-up here says nothing of dates, and holds whether it was to move any or not. */
    private static final Set<String> OF_ANY_TOP_UP = Set.of(
            "track.h.RELEASING",
            "track.h.NOT_CHARGED",
            "track.h.REFUNDING",
            "track.h.REFUNDED",
            "track.h.ARRIVED",
            "track.h.OWED",
            "line.REFUNDING",
            "line.REFUNDED",
            "line.REFUND_FAILED",
            "line.RETURNED");

    /** So many days after the end of the hold are near: who then begins anew has no time for it. */
    private static final int NEAR_DAYS = 3;

    RenewalView view() {
        return tracked.renewal();
    }

    String carrier() {
        return new LineTexts(w, now).shortName(tracked.card());
    }

    /**
     * What is promised depends on the road: over some the carrier's record cannot be read, and nobody can watch it. Where
     * only money was credited, nothing is renewed.
     */
    String byRoad(String key) {
        boolean readable = tracked.renewal().bought().proof().level() == ProofLevel.READ_BACK;
        var view = tracked.renewal();
        if (view.topUp() && !view.onlyMoney() && w.has(key + ".topup")) {
            return key + ".topup";
        }
        var money = w.key(key, view.onlyMoney() || (view.topUp() && OF_ANY_TOP_UP.contains(key)), "money");
        return money.equals(key) ? w.key(key, !readable, "credit") : money;
    }

    /** Proven and not booked yet, the line has the dates of the proof: the books follow with the charge. */
    Clocks clocks() {
        var known = tracked.card().dates().clocks();
        if (tracked.renewal().phase() != Phase.CONFIRMED) {
            return known;
        }
        var zone = tracked.card().dates().zone();
        var promise = tracked.quote().promise();
        var service = tracked.renewal()
                .standing()
                .shown()
                .flatMap(RenewalView.Shown::after)
                .flatMap(Snapshot::expiresAt)
                .map(at -> LocalDate.ofInstant(at, zone))
                .or(promise::serviceEndsOn);
        return service.isEmpty()
                ? known
                : new Clocks(service, Certainty.READ, promise.numberLostOn().or(known::numberLostOn), Optional.empty());
    }

    /**
     * Waiting may last as long as the hold, and the number may be lost before: then that comes first, with what can be done
     * until when. Empty while nothing is held, and where the number is safe for longer.
     */
    Optional<Shown> danger() {
        var zone = tracked.card().dates().zone();
        var lost = tracked.card().dates().clocks().numberLostOn();
        var hold = tracked.renewal().standing().held().map(RenewalView.Held::captureBefore);
        if (lost.isEmpty()
                || hold.isEmpty()
                || !DANGEROUS.contains(tracked.renewal().phase())) {
            return Optional.empty();
        }
        var ends = LocalDate.ofInstant(hold.get(), zone);
        return lost.filter(day -> day.isBefore(ends.plusDays(NEAR_DAYS)))
                .map(day -> w.h(
                        "track.danger",
                        "date",
                        w.date(day.minusDays(1)),
                        "by",
                        w.date(day.minusDays(2)),
                        "carrier",
                        carrier()));
    }

    /** By whose word a date is, which is not always the carrier's record. */
    Shown source(Source source) {
        return new LineTexts(w, now).source(tracked.card(), source).words();
    }
}
