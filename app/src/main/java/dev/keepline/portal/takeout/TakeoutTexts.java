package dev.keepline.portal.takeout;

import dev.keepline.kernel.Money;
import dev.keepline.portal.takeout.TakeoutPage.Entry;
import dev.keepline.portal.takeout.TakeoutPage.Field;
import dev.keepline.portal.takeout.TakeoutPage.Kind;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts records into words. Names that only machines use stay in the tables and the JSON. */
final class TakeoutTexts {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Words words;
    private final ZoneId zone;

    TakeoutTexts(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    Kind kind(String table, List<JsonNode> records) {
        return new Kind(
                table,
                named("takeout.t.", table),
                words.has("takeout.w." + table) ? words.h("takeout.w." + table) : Shown.text(""),
                records.stream().map(this::entry).toList());
    }

    private Entry entry(JsonNode one) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : one.properties()) {
            var value = each.getValue();
            if (!ForMachines.column(each.getKey()) && !value.isNull() && !blank(value)) {
                fields.add(new Field(
                        named("takeout.c.", each.getKey()), shown(each.getKey(), value, one), value.isContainer()));
            }
        }
        return new Entry(List.copyOf(fields));
    }

    /** A table that has no words yet is shown by its own name: nobody's copy fails for that. */
    private String named(String prefix, String name) {
        return words.has(prefix + name) ? words.t(prefix + name) : name.replace('_', ' ');
    }

    private static boolean blank(JsonNode value) {
        return value.isString() ? value.asString().isEmpty() : value.isContainer() && value.isEmpty();
    }

    private Shown shown(String column, JsonNode value, JsonNode record) {
        if (value.isContainer()) {
            return Shown.text(JSON.writeValueAsString(value));
        }
        if (value.isBoolean()) {
            return words.h(value.asBoolean() ? "takeout.yes" : "takeout.no");
        }
        if (column.endsWith("_minor")) {
            var currency = record.path("currency").asString("USD");
            return words.money(new Money(value.asLong(), Currency.getInstance(currency)));
        }
        return value.isString() ? coded(column, value.asString()) : Shown.text(value.asString());
    }

    /** What stands as a code in the record, in words where there are any. */
    private Shown coded(String column, String value) {
        var key = switch (column) {
            case "carrier" -> "carrier." + value;
            case "language", "page_language" -> "takeout.language." + value;
            default -> "takeout.v." + value;
        };
        return words.has(key) ? words.h(key) : text(value);
    }

    private Shown text(String value) {
        return day(value)
                .map(words::date)
                .or(() -> instant(value).map(this::moment))
                .orElseGet(() -> Shown.text(value));
    }

    private Shown moment(Instant at) {
        return words.lines(List.of(words.date(at.atZone(zone).toLocalDate()), words.seconds(at, zone)));
    }

    private static Optional<LocalDate> day(String value) {
        return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(value)) : Optional.empty();
    }

    private static Optional<Instant> instant(String value) {
        if (!value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
