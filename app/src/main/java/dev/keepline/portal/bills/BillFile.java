package dev.keepline.portal.bills;

import dev.keepline.portal.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Movements as lines of a file for a spreadsheet. The column of what was paid sums to what was spent. */
public final class BillFile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "time",
            "what",
            "number",
            "label",
            "offering",
            "amount",
            "currency",
            "paid",
            "method",
            "renewal",
            "kind",
            "utc");

    private final Words w;
    private final ZoneId reader;

    public BillFile(Words words, ZoneId reader) {
        this.w = words;
        this.reader = reader;
    }

    /** The beginning of the file: its mark, and the columns' names. */
    public String head() {
        return Csv.MARK
                + Csv.line(COLUMNS.stream()
                        .map(column -> Csv.text(w.t("bills.csv." + column, "zone", w.zone(reader))))
                        .toList());
    }

    /** One movement. */
    public String line(Bill.Entry entry) {
        var movement = entry.movement();
        var subject = entry.subject();
        boolean money = subject.map(Bill.Subject::onlyMoney).orElse(false);
        return Csv.line(List.of(
                TIME.format(movement.at().atZone(reader)),
                Csv.text(w.t(w.key("movement." + movement.kind(), money, "money"))),
                text(subject.map(about -> about.line().number())),
                text(subject.map(about -> about.line().label())),
                text(subject.flatMap(Bill.Subject::offering).map(name -> name.in(language()))),
                movement.amount().decimal().toPlainString(),
                movement.amount().currency().getCurrencyCode(),
                movement.paid().decimal().toPlainString(),
                text(subject.flatMap(Bill.Subject::paidWith)),
                text(movement.renewal().map(Object::toString)),
                movement.kind().name(),
                movement.at().toString()));
    }

    /** The whole file of these movements. */
    public String of(Stream<Bill.Entry> entries) {
        var file = new StringBuilder(head());
        entries.forEach(entry -> file.append(line(entry)));
        return file.toString();
    }

    private static String text(Optional<String> value) {
        return Csv.text(value.orElse(""));
    }

    private Locale language() {
        return Locale.forLanguageTag(w.language().tag());
    }
}
