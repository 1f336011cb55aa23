package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * A source in words.
 *
 * @param mark its symbol, filled like the bar: read, rule, own, ours, none
 */
public record SourceText(String mark, Shown words) {

    static SourceText of(Source source, String carrier, Words w, Instant now) {
        return switch (source) {
            case Source.ReadFromCarrier(var at, var later) ->
                new SourceText(
                        "read",
                        later.map(again -> w.h("source.read.again", "ago", w.ago(at, now), "later", w.ago(again, now)))
                                .orElseGet(() -> w.h("source.read", "ago", w.ago(at, now))));
            case Source.ToldByAggregator(var aggregator, var at) ->
                new SourceText("read", w.h("source.told", "who", aggregator, "ago", w.ago(at, now)));
            case Source.PublishedRule(var date, var days) ->
                new SourceText(
                        "rule",
                        days.isPresent()
                                ? w.h(
                                        "source.rule.days",
                                        "carrier",
                                        carrier,
                                        "date",
                                        date(date, w),
                                        "n",
                                        days.getAsInt())
                                : w.h("source.rule", "carrier", carrier, "date", date(date, w)));
            case Source.SourcesDisagree(var low, var high) ->
                new SourceText("rule", w.h("source.disagree", "low", low, "high", high));
            case Source.BoughtHere(var at) ->
                new SourceText("rule", w.h("source.bought", "carrier", carrier, "ago", w.ago(at, now)));
            case Source.OperatorWord(var at) -> new SourceText("rule", w.h("source.operator", "ago", w.ago(at, now)));
            case Source.OwnWord(var at) -> new SourceText("own", w.h("source.own", "ago", w.ago(at, now)));
            case Source.NoCarrier() -> new SourceText("none", w.h("source.nocarrier"));
            case Source.OwnWordAndRule(var date) ->
                new SourceText("own", w.h("source.own.rule", "carrier", carrier, "date", date(date, w)));
            case Source.OwnWordAndRange(var low, var high) ->
                new SourceText("own", w.h("source.own.range", "low", low, "high", high));
            case Source.WhatWeOrder(var shown) ->
                new SourceText("ours", w.h(shown ? "source.order" : "source.order.rule", "carrier", carrier));
            case Source.NoAnswer(var asked) ->
                new SourceText(
                        "none",
                        asked.map(at -> w.h("source.silent", "ago", w.ago(at, now)))
                                .orElseGet(() -> w.h("source.none")));
            case Source.NeedsServiceDate _ -> new SourceText("none", w.h("source.needs"));
            case Source.NoRule _ -> new SourceText("none", w.h("source.norule", "carrier", carrier));
        };
    }

    private static Shown date(Optional<String> date, Words w) {
        return date.map(Shown::unbroken).orElseGet(() -> w.h("source.undated"));
    }
}
