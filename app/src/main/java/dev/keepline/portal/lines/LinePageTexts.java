package dev.keepline.portal.lines;

import dev.keepline.carriers.Effect;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.lines.RenewedElsewhere;
import dev.keepline.lines.Stretch;
import dev.keepline.portal.reminders.ReminderTexts;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.reminders.Reminder;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts words to one line. */
public final class LinePageTexts {

    private final Words w;
    private final Instant now;
    private final ZoneId reader;

    /** @param reader the zone of the person who reads: what happened is told in it, dates of the line in the line's */
    public LinePageTexts(Words words, Instant now, ZoneId reader) {
        this.w = words;
        this.now = now;
        this.reader = reader;
    }

    /**
     * What is known of a line besides its card.
     *
     * @param history of its renewals, newest first
     * @param stretches that were paid for here, newest first
     * @param elsewhere renewals the subscriber says were paid elsewhere, newest first
     * @param profile of the SIM, as the subscriber noted it
     */
    public record Known(
            List<RenewalView> history,
            List<Stretch> stretches,
            List<RenewedElsewhere> elsewhere,
            Optional<Iccid> profile,
            Freshness fresh,
            Reminded reminded) {}

    /**
     * Letters that are still to come.
     *
     * @param wanted the kinds the account wants
     * @param silent whether reminders of this line are off
     */
    public record Reminded(Set<Reminder.Kind> wanted, List<Reminder> planned, boolean silent) {}

    public LinePage page(Line line, LineCard card, Known known) {
        var history = known.history();
        var carrier = new LineTexts(w, now).shortName(card);
        return new LinePage(
                new LineTexts(w, now).of(card),
                headline(card),
                history.stream()
                        .filter(renewal -> !renewal.phase().over())
                        .map(renewal -> "/renewals/" + renewal.id())
                        .findFirst(),
                advice(card),
                facts(line, card, known),
                history.stream().map(this::activity).toList(),
                new RefreshTexts(w, now, card, reader)
                        .of(known.fresh(), line.dates().reading()),
                new PaidTexts(w, now, carrier, reader).of(known.stretches(), known.elsewhere(), known.history()),
                new ReminderTexts(w, reader)
                        .line(
                                new ReminderTexts.Planned(
                                        line,
                                        known.reminded().planned(),
                                        known.reminded().silent()),
                                known.reminded().wanted()),
                line.identity().management() == Management.TRACKED,
                line.identity().management() == Management.TRACKED
                        || !known.fresh().possible(),
                known.fresh().possible() ? Optional.empty() : credited(known),
                w.h("line.times", "zone", w.zone(reader)));
    }

    /** Says what matters now. */
    private Shown headline(LineCard card) {
        var clocks = card.dates().clocks();
        long service = days(card, clocks.serviceEndsOn());
        long number = days(card, clocks.numberLostOn());
        boolean known = clocks.numberLostOn().isPresent();
        return switch (card.state()) {
            case NEAR -> w.h("line.h.near", "n", number);
            case OUT -> known ? w.h("line.h.out", "n", number) : w.h("line.h.out.unknown");
            case DUE ->
                known
                        ? w.h("line.h.due", "n", service, "m", w.h("term.days", "n", number))
                        : w.h("line.h.due.unknown", "n", service);
            case UNKNOWN -> w.h("line.h.unknown");
            case OWN -> service > 0 ? w.h("line.h.own", "n", service) : w.h("line.h.own.over");
            case FINE -> w.h("line.h.fine", "n", service);
            case GONE -> w.h("line.h.gone");
        };
    }

    private long days(LineCard card, Optional<LocalDate> day) {
        return day.map(date -> ChronoUnit.DAYS.between(card.today(now), date)).orElse(0L);
    }

    /** The balance cannot be read; what we added to it is known. */
    private Optional<Shown> credited(Known known) {
        return known.history().stream()
                .filter(renewal -> renewal.phase() == Phase.RENEWED)
                .filter(renewal -> renewal.bought().effect() instanceof Effect.Credit)
                .findFirst()
                .map(renewal -> w.h(
                        "held.credited",
                        "money",
                        ((Effect.Credit) renewal.bought().effect()).amount(),
                        "ago",
                        w.ago(renewal.reached().getOrDefault(Phase.RENEWED, now), now)));
    }

    private List<Shown> advice(LineCard card) {
        var carrier = new LineTexts(w, now).shortName(card);
        return card.state() == LineState.GONE
                ? List.of(w.h("line.advice.gone", "carrier", carrier), w.h("line.advice.never", "carrier", carrier))
                : List.of();
    }

    private List<Fact> facts(Line line, LineCard card, Known known) {
        boolean readable = known.fresh().possible();
        var texts = new LineTexts(w, now);
        var facts = new ArrayList<Fact>();
        facts.add(fact(
                "line.offering",
                card.who()
                        .plan()
                        .map(plan -> Shown.text(texts.name(plan)))
                        .orElseGet(() -> w.h("line.offering.unknown"))));
        var place = line.home().place();
        facts.add(fact("line.place", Shown.unbroken(place.state() + " " + place.zip())));
        facts.add(fact("line.zone", Shown.text(w.zone(line.home().zone()))));
        line.identity()
                .msisdn()
                .ifPresent(number -> facts.add(new Fact(w.t("line.msisdn"), international(number), true)));
        line.identity()
                .iccid()
                .or(known::profile)
                .ifPresent(iccid -> facts.add(new Fact(w.t("line.sim"), profile(iccid), true)));
        facts.add(fact("line.managed", w.h(managed(line, card, readable), "carrier", texts.shortName(card))));
        return facts;
    }

    /** What we can do depends on the road to the carrier, not on who keeps the line. */
    private static String managed(Line line, LineCard card, boolean readable) {
        if (line.identity().management() == Management.TRACKED) {
            return card.road() instanceof LineCard.Road.Renewable ? "line.managed.you.credit" : "line.managed.you";
        }
        if (readable) {
            return "line.managed.us";
        }
        return card.road() instanceof LineCard.Road.Renewable ? "line.managed.credit" : "line.managed.none";
    }

    /** As one calls it from abroad: +1 212-555-0142. */
    private static Shown international(Msisdn number) {
        return Shown.unbroken(number.international());
    }

    /** The end of it; the whole number is there for whoever asks to see it. */
    private Shown profile(Iccid iccid) {
        var whole = iccid.digits().replaceAll("(.{4})(?!$)", "$1 ");
        return Shown.disclosed(Shown.text(iccid.toString()), w.t("line.sim.whole"), Shown.text(whole));
    }

    private Fact fact(String key, Shown value) {
        return new Fact(w.t(key), value, false);
    }

    private LinePage.Activity activity(RenewalView renewal) {
        var began = renewal.reached().values().stream().min(Instant::compareTo).orElse(now);
        return new LinePage.Activity(
                w.moment(began, now, reader),
                "/renewals/" + renewal.id(),
                w.h(w.key("activity." + renewal.phase(), renewal.topUp(), renewal.onlyMoney() ? "money" : "topup")),
                w.h("activity.money." + renewal.phase()),
                w.money(renewal.bought().price().total()));
    }
}
