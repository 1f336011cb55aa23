package dev.keepline.portal.renew;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.lines.ClockText;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.lines.Source;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a line's dates are before and after what a quote would buy. */
final class QuotePromise {

    private final Words w;
    private final Instant now;

    QuotePromise(Words words, Instant now) {
        this.w = words;
        this.now = now;
    }

    QuotePage.Promise promise(Quote quote, QuoteTexts.About about) {
        var card = about.card();
        var promised = quote.promise();
        if (promised.serviceEndsOn().isEmpty()) {
            var note = quote.goods().product().effect() instanceof Effect.Credit credit
                    ? List.of(
                            w.h(
                                    "quote.credit.arrives",
                                    "money",
                                    credit.amount(),
                                    "number",
                                    Shown.unbroken(card.who().number())),
                            w.h("quote.credit.plan"),
                            stays(card),
                            w.h("quote.credit.moves"))
                    : List.of(w.h("quote.dates.unknown", "carrier", carrier(card)));
            return new QuotePage.Promise(Optional.empty(), note);
        }
        boolean read = quote.goods().product().proof() == ProofLevel.READ_BACK;
        var before = card.dates().clocks();
        var after = new Clocks(
                promised.serviceEndsOn(),
                read ? Certainty.READ : Certainty.RULE,
                promised.numberLostOn(),
                Optional.empty());
        var today = card.today(now);
        var span = Life.span(List.of(before, after), today);
        return new QuotePage.Promise(
                Optional.of(new QuotePage.Clocks(
                        clock(card, promised.serviceEndsOn(), before.serviceEndsOn(), new Source.WhatWeOrder(read)),
                        clock(
                                card,
                                promised.numberLostOn(),
                                before.numberLostOn(),
                                promised.numberLostOn().isEmpty() ? new Source.NoRule() : about.rule()),
                        Life.of(before, today, span),
                        Life.adding(before, after, today, span),
                        described(before, after))),
                List.of());
    }

    /** The dates that money alone leaves as they are, and how the number's is known. */
    private Shown stays(LineCard card) {
        var clocks = card.dates().clocks();
        if (clocks.serviceEndsOn().isEmpty()) {
            return w.h("quote.credit.unknown");
        }
        return w.h(
                clocks.numberLostOn().isEmpty() ? "quote.credit.stays.service" : "quote.credit.stays",
                "service",
                date(clocks.serviceEndsOn()),
                "number",
                date(clocks.numberLostOn()),
                "source",
                new LineTexts(w, now).source(card, card.dates().number()).words());
    }

    private ClockText clock(LineCard card, Optional<LocalDate> after, Optional<LocalDate> before, Source source) {
        var text = new LineTexts(w, now).source(card, source);
        if (after.isEmpty()) {
            return new ClockText(w.h("clock.unknown"), Shown.text(""), false, text);
        }
        var was = before.map(day -> w.h("quote.was", "day", w.date(day.minusDays(1))));
        var today = card.today(now);
        var left = new ArrayList<Shown>();
        before.flatMap(day -> moved(day, after.get(), today)).ifPresent(left::add);
        was.ifPresent(left::add);
        return new ClockText(w.date(after.get().minusDays(1)), w.lines(left), false, text);
    }

    private Optional<Shown> moved(LocalDate before, LocalDate after, LocalDate today) {
        if (after.isBefore(before)) {
            return Optional.of(w.h("quote.fewer", "n", ChronoUnit.DAYS.between(after, before))
                    .strong());
        }
        if (before.isBefore(today)) {
            return Optional.of(w.h("quote.fromtoday", "n", ChronoUnit.DAYS.between(today, after)));
        }
        return before.isEqual(after)
                ? Optional.empty()
                : Optional.of(w.h("quote.added", "n", ChronoUnit.DAYS.between(before, after)));
    }

    private String described(Clocks before, Clocks after) {
        return w.t(
                "quote.described",
                "before",
                date(before.serviceEndsOn()),
                "beforeNumber",
                date(before.numberLostOn()),
                "after",
                date(after.serviceEndsOn()),
                "afterNumber",
                date(after.numberLostOn()));
    }

    private Shown date(Optional<LocalDate> firstWithout) {
        return firstWithout.map(day -> w.date(day.minusDays(1))).orElseGet(() -> w.h("clock.unknown"));
    }

    private String carrier(LineCard card) {
        return new LineTexts(w, now).shortName(card);
    }
}
