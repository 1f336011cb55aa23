package dev.keepline.portal.takeout;

import dev.keepline.carriers.Allowance;
import dev.keepline.kernel.Money;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.portal.takeout.TakeoutPage.Field;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.Conversation.About;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * What stands inside one field of a record, as fields of its own: whatever has words under {@code takeout.in}. The rest means
 * something to programs alone and stays in the tables and the JSON.
 */
final class InnerTexts {

    private static final double GIGA = 1e9;
    private static final int MINUTE = 60;

    private final Words words;
    private final ZoneId zone;
    private final BiFunction<String, String, Shown> text;

    /** @param text puts a plain value into words, by its name */
    InnerTexts(Words words, ZoneId zone, BiFunction<String, String, Shown> text) {
        this.words = words;
        this.zone = zone;
        this.text = text;
    }

    List<Field> of(String column, JsonNode value) {
        return column.equals("about") ? about(value) : within(value, "");
    }

    /** What went along with a question, as its own page has it. */
    private List<Field> about(JsonNode value) {
        var facts = new HashMap<String, String>();
        value.properties()
                .forEach(each -> facts.put(each.getKey(), each.getValue().asString()));
        return new SupportTexts(words, Instant.EPOCH, zone)
                .attached(new About(Optional.empty(), Optional.empty(), facts)).stream()
                        .map(fact -> new Field(fact.name(), fact.value()))
                        .toList();
    }

    private List<Field> within(JsonNode node, String group) {
        var fields = new ArrayList<Field>();
        if (node.isArray()) {
            node.forEach(each -> fields.addAll(within(each, group)));
        } else if (node.has("allowance")) {
            fields.add(bucket(node, group));
        } else {
            node.properties().forEach(each -> fields.addAll(inner(each.getKey(), each.getValue(), group)));
        }
        return fields;
    }

    private List<Field> inner(String name, JsonNode value, String group) {
        if (value.isContainer() && !isMoney(value)) {
            return within(value, words.has("takeout.group." + name) ? words.t("takeout.group." + name) : group);
        }
        var key = "takeout.in." + name;
        return words.has(key) && !value.isNull()
                ? List.of(new Field(label(words.t(key), group), plain(name, value)))
                : List.of();
    }

    private String label(String name, String group) {
        return group.isEmpty() ? name : words.t("takeout.group", "group", group, "name", name);
    }

    private static boolean isMoney(JsonNode value) {
        return value.has("minor") && value.has("currency");
    }

    private Shown plain(String name, JsonNode value) {
        if (isMoney(value)) {
            return words.money(new Money(
                    value.path("minor").asLong(),
                    Currency.getInstance(value.path("currency").asString())));
        }
        if (value.isBoolean()) {
            return words.h(value.asBoolean() ? "takeout.yes" : "takeout.no");
        }
        return name.equals("dataBytes") ? gigabytes(value.asLong()) : text.apply(name, value.asString());
    }

    /** So much is left of an allowance, and until when. */
    private Field bucket(JsonNode node, String group) {
        var allowance = node.path("allowance").asString();
        long left = node.path("left").asLong();
        var until = node.path("expiresAt");
        var amount = left < 0 ? words.h("record.unlimited") : amount(allowance, left);
        return new Field(
                label(words.t("allowance." + allowance), group),
                until.isString()
                        ? words.h("takeout.until", "amount", amount, "until", text.apply("expiresAt", until.asString()))
                        : amount);
    }

    private Shown amount(String allowance, long left) {
        return switch (Allowance.valueOf(allowance)) {
            case DATA_BYTES -> gigabytes(left);
            case VOICE_SECONDS -> words.h("record.minutes", "n", left / MINUTE);
            case MESSAGES -> words.h("record.messages", "n", left);
            case CREDIT_CENTS -> words.money(Money.usd(left));
        };
    }

    private Shown gigabytes(long bytes) {
        return Shown.unbroken(words.decimal(bytes / GIGA) + " GB");
    }
}
