package dev.keepline.catalog.cli;

import dev.keepline.catalog.Days;
import dev.keepline.catalog.LapseRule;
import dev.keepline.catalog.yaml.Quoted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer as one JSON object. {@code serviceEndsOn} and {@code numberLostOn} are the days that count, the low end of a
 * range; {@code …NotAfter} is its high end where sources give one. Null is unknown.
 */
public final class ClocksJson {

    private ClocksJson() {}

    public static String of(ClocksAnswer answer) {
        var clocks = answer.clocks();
        var json = new LinkedHashMap<String, String>();
        json.put("carrier", Quoted.of(answer.carrier().value()));
        json.put("because", Quoted.of(answer.because()));
        json.put("asOf", Quoted.of(clocks.asOf().toString()));
        json.put("state", Quoted.of(clocks.state().code()));
        json.put("serviceEndsOn", text(clocks.serviceEndsOn().earliest()));
        json.put("serviceEndsNotAfter", text(clocks.serviceEndsOn().latest()));
        json.put("numberLostOn", text(clocks.numberLostOn().earliest()));
        json.put("numberLostNotAfter", text(clocks.numberLostOn().latest()));
        json.put("rule", clocks.rule().map(ClocksJson::rule).orElse("null"));
        return object(json);
    }

    private static String rule(LapseRule rule) {
        var loss = rule.ending().loss();
        var json = new LinkedHashMap<String, String>();
        json.put("id", Quoted.of(rule.scope().toString()));
        json.put(
                "numberLostFrom",
                list(loss.from().stream().map(each -> each.code()).sorted()));
        json.put("numberLostDays", days(loss.days()));
        json.put("earlyRenewal", Quoted.of(rule.reckoning().earlyRenewal().code()));
        json.put("zone", Quoted.of(rule.zone().toString()));
        json.put("zonePublished", String.valueOf(rule.reckoning().statedZone().isPresent()));
        json.put("source", list(rule.provenance().sources().stream()));
        json.put("sourceDate", text(rule.provenance().date()));
        json.put("confidence", Quoted.of(rule.provenance().confidence().code()));
        json.put("note", text(Optional.of(rule.provenance().note()).filter(note -> !note.isEmpty())));
        return object(json);
    }

    private static String days(Days days) {
        return switch (days) {
            case Days.Known(int known) -> range(known, String.valueOf(known));
            case Days.Range(int low, var high) ->
                range(low, high.isPresent() ? String.valueOf(high.getAsInt()) : "null");
            case Days.Unknown() -> "null";
        };
    }

    private static String range(int low, String high) {
        var json = new LinkedHashMap<String, String>();
        json.put("low", String.valueOf(low));
        json.put("high", high);
        return object(json);
    }

    private static String text(Optional<?> value) {
        return value.map(some -> Quoted.of(some.toString())).orElse("null");
    }

    private static String list(Stream<String> values) {
        return values.map(Quoted::of).collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(Map<String, String> json) {
        return json.entrySet().stream()
                .map(each -> Quoted.of(each.getKey()) + ":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
