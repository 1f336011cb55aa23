package dev.keepline.portal.takeout;

import dev.keepline.catalog.Catalogue;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.Exports;
import dev.keepline.portal.bills.Csv;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.Templates;
import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Packs what is kept of an account: a page per language, a table per kind of record, and all of it as JSON. */
@Component
@ConditionalOnWebApplication
public class Takeout {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Exports exports;
    private final Pages pages;
    private final Catalogue catalogue;
    private final Templates templates = new Templates();

    Takeout(Exports exports, Pages pages, Catalogue catalogue) {
        this.exports = exports;
        this.pages = pages;
        this.catalogue = catalogue;
    }

    /** All records as one JSON object: a list per kind. */
    public String json(CurrentAccount account) {
        return json(records(account));
    }

    /** The archive, as a ZIP file. */
    public byte[] archive(CurrentAccount account, Instant now) {
        var records = records(account);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var language : pages.languages()) {
                put(zip, TakeoutPage.file(language), page(account, language, records, now), now);
            }
            put(zip, "keepline.json", json(records), now);
            for (var kind : records.entrySet()) {
                put(zip, "tables/" + kind.getKey() + ".csv", table(kind.getValue()), now);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private Map<String, List<JsonNode>> records(CurrentAccount account) {
        var records = new LinkedHashMap<String, List<JsonNode>>();
        exports.of(account.id())
                .forEach((kind, rows) -> records.put(
                        kind,
                        rows.stream()
                                .map(JSON::readTree)
                                .sorted(Takeout::inTime)
                                .toList()));
        return OwnRules.of(records);
    }

    /** As things happened, where a record says when; all of a table say so in the same words, and else it stays as it is. */
    private static int inTime(JsonNode one, JsonNode other) {
        return Stream.of("created_at", "at", "booked_at", "written_at", "opened_at", "issued_at")
                .filter(name -> one.path(name).isString() && other.path(name).isString())
                .findFirst()
                .map(name ->
                        one.path(name).asString().compareTo(other.path(name).asString()))
                .orElse(0);
    }

    private static String json(Map<String, List<JsonNode>> records) {
        var all = JSON.createObjectNode();
        records.forEach((kind, rows) -> rows.forEach(all.putArray(kind)::add));
        return JSON.writeValueAsString(all);
    }

    private String page(CurrentAccount account, Language language, Map<String, List<JsonNode>> records, Instant now) {
        var words = new Words(language);
        var texts = new TakeoutTexts(words, account.zone(), catalogue);
        List<TakeoutPage.Kind> kinds = new ArrayList<>();
        records.forEach((kind, rows) -> kinds.add(texts.kind(kind, rows)));
        var page = new TakeoutPage(
                account.name(),
                words.date(now.atZone(account.zone()).toLocalDate()),
                pages.operator(),
                pages.style(),
                pages.languages(),
                kinds);
        return templates.alone("takeout", words, page);
    }

    private static String table(List<JsonNode> rows) {
        var columns = rows.getFirst().propertyNames().stream().toList();
        var text = new StringBuilder(Csv.MARK).append(Csv.line(columns));
        for (var row : rows) {
            text.append(Csv.line(
                    columns.stream().map(column -> cell(row.path(column))).toList()));
        }
        return text.toString();
    }

    private static String cell(JsonNode value) {
        return value.isNull()
                ? ""
                : value.isNumber()
                        ? value.asString()
                        : Csv.text(value.isContainer() ? value.toString() : value.asString());
    }

    private static void put(ZipOutputStream zip, String name, String text, Instant now) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(now.atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
