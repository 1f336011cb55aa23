package dev.keepline.portal.lines;

import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts words to one line. */
public final class LinePageTexts {

    private final Words w;
    private final Instant now;

    public LinePageTexts(Words words, Instant now) {
        this.w = words;
        this.now = now;
    }

    /** @param history of this line's renewals, newest first */
    public LinePage page(Line line, LineCard card, List<RenewalView> history) {
        return new LinePage(
                new LineTexts(w, now).of(card),
                headline(card),
                history.stream()
                        .filter(renewal -> !renewal.phase().over())
                        .map(renewal -> "/renewals/" + renewal.id())
                        .findFirst(),
                advice(card),
                facts(line, card),
                history.stream().map(renewal -> activity(renewal, line)).toList());
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

    private List<Shown> advice(LineCard card) {
        var carrier = new LineTexts(w, now).shortName(card);
        return card.state() == LineState.GONE
                ? List.of(w.h("line.advice.gone", "carrier", carrier), w.h("line.advice.never", "carrier", carrier))
                : List.of();
    }

    private List<Fact> facts(Line line, LineCard card) {
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
                .iccid()
                .map(Iccid::toString)
                .ifPresent(tail -> facts.add(new Fact(w.t("line.sim"), Shown.text(tail), true)));
        boolean ours = line.identity().management() == Management.MANAGED;
        facts.add(fact("line.managed", w.h(ours ? "line.managed.us" : "line.managed.you")));
        return facts;
    }

    private Fact fact(String key, Shown value) {
        return new Fact(w.t(key), value, false);
    }

    private LinePage.Activity activity(RenewalView renewal, Line line) {
        var began = renewal.reached().values().stream().min(Instant::compareTo).orElse(now);
        return new LinePage.Activity(
                w.moment(began, now, line.home().zone()),
                "/renewals/" + renewal.id(),
                w.h("activity." + renewal.phase()),
                w.h("activity.money." + renewal.phase()),
                w.money(renewal.bought().price().total()));
    }
}
