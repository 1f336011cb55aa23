package dev.keepline.portal.lines;

import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.Money;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts words to lines. */
public final class LineTexts {

    private final Words w;
    private final Instant now;

    public LineTexts(Words words, Instant now) {
        this.w = words;
        this.now = now;
    }

    public LineText of(LineCard card) {
        var dates = card.dates();
        var today = card.today(now);
        var span = Life.span(dates.clocks(), today, dates.periodStart());
        return new LineText(
                card.who().id(),
                new LineText.Names(
                        Shown.unbroken(card.who().number()), card.who().label(), carrier(card) + kept(card)),
                card.state(),
                card.underway()
                        .map(renewal -> w.join(List.of(sentence(card), underWay(renewal))))
                        .orElseGet(() -> sentence(card)),
                new LineText.Clock(service(card), number(card)),
                new LineText.Picture(Life.of(dates.clocks(), today, span), pictured(card)),
                held(card),
                new LineActions(w).of(card));
    }

    private Shown underWay(LineCard.UnderWay one) {
        var what = w.h(w.key("activity." + one.phase(), one.onlyMoney(), "money"));
        return w.h(one.onlyMoney() ? "say.underway.money" : "say.underway", "what", what);
    }

    /** The carrier, and the offering where it is known. */
    String carrier(LineCard card) {
        var full = carrierName(card.who().carrier());
        return card.who().plan().map(plan -> full + " · " + name(plan)).orElse(full);
    }

    /** Said of a line that only the subscriber keeps track of. */
    private String kept(LineCard card) {
        return card.who().tracked() ? " · " + w.t("line.tracked") : "";
    }

    /** A source in words, for a date of this line. */
    public SourceText source(LineCard card, Source source) {
        return SourceText.of(source, shortName(card), w, now);
    }

    /** As sentences name it: AT&T. */
    public String shortName(LineCard card) {
        var key = "carrier." + card.who().carrier().code() + ".short";
        return w.has(key) ? w.t(key) : card.who().carrier().shortName();
    }

    /** In full: AT&T Prepaid. */
    public String carrierName(LineCard.Carrier carrier) {
        var key = "carrier." + carrier.code();
        return w.has(key) ? w.t(key) : carrier.name();
    }

    private ClockText service(LineCard card) {
        var ends = card.dates().clocks().serviceEndsOn();
        boolean hot = card.state() == LineState.DUE;
        return clock(card, ends, card.dates().service(), "stopped", hot);
    }

    private ClockText number(LineCard card) {
        var lost = card.dates().clocks().numberLostOn();
        boolean hot = card.state() == LineState.NEAR;
        return clock(card, lost, card.dates().number(), "passed", hot);
    }

    private ClockText clock(LineCard card, Optional<LocalDate> day, Source source, String past, boolean hot) {
        var text = SourceText.of(source, shortName(card), w, now);
        if (day.isEmpty()) {
            return new ClockText(w.h("clock.unknown"), w.h("clock.unknown." + past), false, text);
        }
        long days = ChronoUnit.DAYS.between(card.today(now), day.get());
        return new ClockText(w.date(day.get().minusDays(1)), left(days, past), hot, text);
    }

    /** @param days from today to the first day without: 1 is the last day with it */
    private Shown left(long days, String past) {
        if (days > 1) {
            return w.h("left.days", "n", days);
        }
        if (days == 1) {
            return w.h("left.last");
        }
        return days == 0 ? w.h("left." + past + ".today") : w.h("left." + past, "n", -days);
    }

    private Shown sentence(LineCard card) {
        var clocks = card.dates().clocks();
        var today = card.today(now);
        long service = clocks.serviceEndsOn()
                .map(day -> ChronoUnit.DAYS.between(today, day))
                .orElse(0L);
        long number = clocks.numberLostOn()
                .map(day -> ChronoUnit.DAYS.between(today, day))
                .orElse(0L);
        return switch (card.state()) {
            case NEAR ->
                todo(card, w.join(List.of(w.h("say.near", "n", number), since(clocks.serviceEndsOn(), today))));
            case OUT ->
                todo(card, clocks.numberLostOn().isPresent() ? w.h("say.out", "n", number) : w.h("say.out.unknown"));
            case DUE -> todo(card, service <= 1 ? w.h("say.due.today") : w.h("say.due", "n", service));
            case UNKNOWN -> unknown(card);
            case OWN ->
                w.h(
                        card.road() instanceof LineCard.Road.Renewable
                                ? "say.own.credit"
                                : card.carrierUnknown() ? "say.own.other" : "say.own",
                        "carrier",
                        shortName(card));
            case FINE -> fine(card, service, clocks.serviceEndsOn());
            case GONE -> gone(card, today);
        };
    }

    /** What is urgent and cannot be done here is to be done at the carrier, and is said. */
    private Shown todo(LineCard card, Shown sentence) {
        if (!card.holderRenews()
                || card.underway().filter(LineCard.UnderWay::renews).isPresent()) {
            return sentence;
        }
        var last = card.dates().clocks().serviceEndsOn().map(day -> day.minusDays(1));
        var carrier = shortName(card);
        boolean credit = card.road() instanceof LineCard.Road.Renewable;
        var todo = last.filter(day -> card.state() == LineState.DUE && day.isAfter(card.today(now)))
                .map(day -> w.h(credit ? "say.self.credit" : "say.self", "carrier", carrier, "day", w.day(day)))
                .orElseGet(() -> w.h(credit ? "say.self.credit.today" : "say.self.today", "carrier", carrier));
        return w.join(List.of(sentence, todo));
    }

    /** What falls due within the days that the forecast looks at is said, however long it still is. */
    private Shown fine(LineCard card, long service, Optional<LocalDate> ends) {
        var due = card.underway().isEmpty() && card.road() instanceof LineCard.Road.Renewable road && !road.creditOnly()
                ? road.forecast().total()
                : Optional.<Money>empty();
        return due.filter(_ -> ends.isPresent() && service <= LinesOutlook.DAYS)
                .map(money -> w.h(
                        "say.fine.due",
                        "n",
                        service,
                        "day",
                        w.day(ends.orElseThrow().minusDays(1)),
                        "money",
                        money))
                .orElseGet(() -> w.h(card.underway().isPresent() ? "say.fine.runs" : "say.fine", "n", service));
    }

    private Shown since(Optional<LocalDate> ends, LocalDate today) {
        return ends.filter(day -> !day.isAfter(today))
                .map(day -> w.h("say.since", "day", w.day(day)))
                .orElse(Shown.text(""));
    }

    private Shown unknown(LineCard card) {
        if (card.dates().service() instanceof Source.NoAnswer(var asked) && asked.isPresent()) {
            var day = LocalDate.ofInstant(asked.get(), card.dates().zone());
            return w.h("say.unknown.asked", "carrier", shortName(card), "day", w.day(day));
        }
        return w.h(card.carrierUnknown() ? "say.unknown.other" : "say.unknown", "carrier", shortName(card));
    }

    private Shown gone(LineCard card, LocalDate today) {
        var clocks = card.dates().clocks();
        var since = clocks.numberLostOn()
                .map(day -> w.h("say.gone", "day", w.day(day)))
                .orElseGet(() -> w.h("say.gone.undated"));
        var perhaps = clocks.latestLostOn()
                .filter(day -> day.isAfter(today))
                .map(day -> w.h("say.gone.perhaps", "day", w.day(day.minusDays(1)), "carrier", shortName(card)));
        return perhaps.map(more -> w.join(List.of(since, more))).orElse(since);
    }

    /** What the picture shows, as a sentence. */
    private String pictured(LineCard card) {
        var clocks = card.dates().clocks();
        var today = w.day(card.today(now));
        if (clocks.serviceEndsOn().isEmpty()) {
            return w.t("life.unknown");
        }
        var service = w.date(clocks.serviceEndsOn().get().minusDays(1));
        return clocks.numberLostOn()
                .map(lost -> w.t("life.both", "today", today, "service", service, "number", w.date(lost.minusDays(1))))
                .orElseGet(() -> w.t("life.service", "today", today, "service", service));
    }

    private LineText.Held held(LineCard card) {
        var held = card.held();
        var meters = held.usage().stream()
                .filter(Usage.Metered.class::isInstance)
                .map(usage -> meter((Usage.Metered) usage))
                .toList();
        var unlimited = held.usage().stream()
                .filter(Usage.Unlimited.class::isInstance)
                .map(usage -> w.t("unlimited." + usage.kind().name()))
                .collect(Collectors.joining(w.t("list.and")));
        return new LineText.Held(
                held.balance().map(money -> w.h("held.balance", "money", money)),
                meters,
                held.usage().stream()
                        .filter(Usage.Left.class::isInstance)
                        .map(usage -> left((Usage.Left) usage))
                        .toList(),
                unlimited.isEmpty() ? Optional.empty() : Optional.of(w.h("held.unlimited", "what", unlimited)),
                held.source().map(source -> source(card, source)));
    }

    private Shown left(Usage.Left usage) {
        return w.h("only." + usage.kind().name(), "left", amount(usage.kind(), usage.left()));
    }

    private LineText.Meter meter(Usage.Metered usage) {
        var kind = usage.kind().name();
        var used = amount(usage.kind(), usage.used());
        var total = amount(usage.kind(), usage.total());
        var left = amount(usage.kind(), Math.max(0, usage.total() - usage.used()));
        return new LineText.Meter(
                w.h("used." + kind, "used", used, "total", total),
                w.h("left." + kind, "left", left, "total", total),
                usage.percent());
    }

    private String amount(Usage.Kind kind, double amount) {
        return switch (kind) {
            case DATA ->
                amount >= 1000
                        ? w.t("unit.gb", "n", w.decimal(amount / 1000))
                        : w.t("unit.mb", "n", w.decimal(Math.rint(amount)));
            case VOICE -> w.t("unit.minutes", "n", Math.round(amount));
            case SMS -> w.t("unit.messages", "n", Math.round(amount));
        };
    }

    /** What an offering is called in this language. */
    String name(OfferingName offering) {
        return offering.in(Locale.forLanguageTag(w.language().tag()));
    }
}
