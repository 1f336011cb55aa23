package dev.keepline.portal.takeout;

import dev.keepline.catalog.Catalogue;
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

/** Puts records into words. Names that only machines use stay in the tables and the JSON. */
final class TakeoutTexts {

    private final Words words;
    private final ZoneId zone;
    private final CodeTexts codes;
    private final InnerTexts inner;

    TakeoutTexts(Words words, ZoneId zone, Catalogue catalogue) {
        this.words = words;
        this.zone = zone;
        this.codes = new CodeTexts(words, catalogue);
        this.inner = new InnerTexts(words, zone, (name, value) -> coded("", name, value));
    }

    Kind kind(String table, List<JsonNode> records) {
        return new Kind(
                table,
                named("takeout.t.", table),
                words.has("takeout.w." + table) ? words.h("takeout.w." + table) : Shown.text(""),
                records.stream().map(one -> entry(table, one)).toList());
    }

    private Entry entry(String table, JsonNode one) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : one.properties()) {
            var column = each.getKey();
            var value = each.getValue();
            if (ForMachines.column(column) || value.isNull() || blank(value)) {
                continue;
            }
            if (value.isContainer()) {
                fields.addAll(inner.of(column, value));
            } else {
                fields.add(new Field(label(table, column), shown(table, column, value, one)));
            }
        }
        return new Entry(List.copyOf(fields));
    }

    /** One name of a column can mean different things in different tables. */
    private String label(String table, String column) {
        var own = table + "." + column;
        return named("takeout.c.", words.has("takeout.c." + own) ? own : column);
    }

    /** A table that has no words yet is shown by its own name: nobody's copy fails for that. */
    private String named(String prefix, String name) {
        return words.has(prefix + name) ? words.t(prefix + name) : name.replace('_', ' ');
    }

    private static boolean blank(JsonNode value) {
        return value.isString() ? value.asString().isEmpty() : value.isContainer() && value.isEmpty();
    }

    private Shown shown(String table, String column, JsonNode value, JsonNode record) {
        if (value.isBoolean()) {
            return words.h(value.asBoolean() ? "takeout.yes" : "takeout.no");
        }
        if (column.endsWith("_minor")) {
            var currency = record.path("currency").asString("USD");
            return words.money(new Money(value.asLong(), Currency.getInstance(currency)));
        }
        return value.isString() ? coded(table, column, value.asString()) : Shown.text(value.asString());
    }

    private Shown coded(String table, String column, String value) {
        return codes.of(table, column, value).orElseGet(() -> text(value));
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
