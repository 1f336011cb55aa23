package dev.keepline.portal.bills;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Movement;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts words to what an account's money did. Days are those of the reader. */
public final class BillTexts {

    /** What a hold ends with. */
    public static final Set<Movement.Kind> ENDS_A_HOLD =
            Set.of(Movement.Kind.CHARGED, Movement.Kind.RELEASED, Movement.Kind.OWED);

    private final Words w;
    private final Instant now;
    private final ZoneId reader;

    public BillTexts(Words words, Instant now, ZoneId reader) {
        this.w = words;
        this.now = now;
        this.reader = reader;
    }

    public BillsPage page(Bill bill) {
        var spend = new SpendChart(w, bill.chosen().year(), LocalDate.ofInstant(now, reader));
        var chart = spend.chart(bill.months());
        return new BillsPage(
                new BillsPage.Head(headline(bill, spend), notes(bill.standing())),
                chart,
                w.h("bills.source", "zone", w.zone(reader)),
                filter(bill),
                rows(bill),
                links(bill));
    }

    private Shown headline(Bill bill, SpendChart spend) {
        if (bill.choices().years().isEmpty()) {
            return w.h("bills.none");
        }
        var spent = w.money(spend.spent(bill.months()));
        return bill.chosen()
                .year()
                .map(year -> w.h("bills.spent.year", "money", spent, "year", year.toString()))
                .orElseGet(() -> w.h("bills.spent", "money", spent));
    }

    private List<Shown> notes(Bill.Standing standing) {
        return Stream.of(
                        note("bills.held", standing.held()),
                        note("bills.wallet", standing.wallet()),
                        note("bills.returning", standing.returning()),
                        note("bills.failed", standing.owed()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Shown> note(String key, Money amount) {
        return amount.isPositive() ? Optional.of(w.h(key, "money", amount)) : Optional.empty();
    }

    private BillsPage.Filter filter(Bill bill) {
        var chosen = bill.chosen();
        var lines = new ArrayList<BillsPage.Choice>();
        lines.add(all("bills.line.all", chosen.line()));
        bill.choices()
                .lines()
                .forEach(line -> lines.add(new BillsPage.Choice(
                        line.id().toString(),
                        named(line),
                        chosen.line().filter(line.id()::equals).isPresent())));
        var kinds = new ArrayList<BillsPage.Choice>();
        kinds.add(all("bills.kind.all", chosen.group()));
        for (var group : Chosen.Group.values()) {
            kinds.add(new BillsPage.Choice(
                    group.code(),
                    w.t("bills.kind." + group.code()),
                    chosen.group().filter(group::equals).isPresent()));
        }
        var years = new ArrayList<BillsPage.Choice>();
        years.add(all("bills.year.all", chosen.year()));
        bill.choices()
                .years()
                .forEach(year -> years.add(new BillsPage.Choice(
                        year.toString(),
                        year.toString(),
                        chosen.year().filter(one -> one.getValue() == year).isPresent())));
        return new BillsPage.Filter(lines, kinds, years);
    }

    private BillsPage.Choice all(String key, Optional<?> chosen) {
        return new BillsPage.Choice("", w.t(key), chosen.isEmpty());
    }

    private static String named(Bill.LineName line) {
        return line.label().isBlank() || line.label().equals(line.number())
                ? line.number()
                : line.number() + " · " + line.label();
    }

    /** What was held, or promised back, stands in the row of what became of it; a file has both. */
    private List<BillsPage.Row> rows(Bill bill) {
        var begun = new HashMap<RenewalId, Movement>();
        if (bill.chosen().group().isEmpty()) {
            begun.putAll(earlier(bill, Movement.Kind.HELD, ENDS_A_HOLD));
        }
        var promised = earlier(bill, Movement.Kind.REFUNDING, Set.of(Movement.Kind.REFUNDED));
        return bill.entries().stream()
                .filter(entry -> !begun.containsValue(entry.movement()) && !promised.containsValue(entry.movement()))
                .map(entry -> row(entry, before(entry, begun, promised).or(() -> became(entry.movement(), bill))))
                .toList();
    }

    /** Movements of a kind whose end is on the page too, by their renewal. */
    private static Map<RenewalId, Movement> earlier(Bill bill, Movement.Kind kind, Set<Movement.Kind> ends) {
        var ended = bill.entries().stream()
                .map(Bill.Entry::movement)
                .filter(movement -> ends.contains(movement.kind()))
                .flatMap(movement -> movement.renewal().stream())
                .collect(Collectors.toSet());
        return bill.entries().stream()
                .map(Bill.Entry::movement)
                .filter(movement -> movement.kind() == kind)
                .filter(movement -> movement.renewal().filter(ended::contains).isPresent())
                .collect(Collectors.toMap(
                        movement -> movement.renewal().orElseThrow(), movement -> movement, (a, _) -> a));
    }

    private Optional<Shown> before(Bill.Entry entry, Map<RenewalId, Movement> held, Map<RenewalId, Movement> promised) {
        var movement = entry.movement();
        var begun = ENDS_A_HOLD.contains(movement.kind())
                ? held
                : movement.kind() == Movement.Kind.REFUNDED ? promised : Map.<RenewalId, Movement>of();
        return movement.renewal()
                .flatMap(renewal -> Optional.ofNullable(begun.get(renewal)))
                .map(earlier -> w.h(
                        "bills.before",
                        "what",
                        w.h(w.key("movement." + earlier.kind(), onlyMoney(entry), "money")),
                        "at",
                        w.moment(earlier.at(), now, reader)));
    }

    /** Whether what was held is still held, was taken or was given back. */
    private Optional<Shown> became(Movement movement, Bill bill) {
        if (movement.kind() != Movement.Kind.HELD) {
            return Optional.empty();
        }
        return Optional.of(movement.renewal()
                .flatMap(renewal -> Optional.ofNullable(bill.ends().get(renewal)))
                .map(end -> w.h("bills.became." + end.kind(), "at", w.moment(end.at(), now, reader)))
                .orElseGet(() -> w.h("bills.became.HELD")));
    }

    private BillsPage.Row row(Bill.Entry entry, Optional<Shown> note) {
        var movement = entry.movement();
        var kind = movement.kind();
        boolean moves = !movement.paid().isZero();
        return new BillsPage.Row(
                day(movement.at()),
                w.h(w.key("movement." + kind, onlyMoney(entry), "money")),
                about(entry.subject()),
                note,
                amount(movement),
                moves,
                movement.renewal().map(id -> "/renewals/" + id),
                kind == Movement.Kind.CHARGED
                        ? movement.renewal().map(id -> "/renewals/" + id + "/receipt.pdf")
                        : Optional.empty());
    }

    private static boolean onlyMoney(Bill.Entry entry) {
        return entry.subject().map(Bill.Subject::onlyMoney).orElse(false);
    }

    /** This year goes without saying. */
    private Shown day(Instant at) {
        var day = LocalDate.ofInstant(at, reader);
        return day.getYear() == LocalDate.ofInstant(now, reader).getYear() ? w.day(day) : w.date(day);
    }

    private Shown amount(Movement movement) {
        return w.h("movement.amount." + movement.kind(), "money", movement.amount());
    }

    private Shown about(Optional<Bill.Subject> subject) {
        return subject.map(about -> {
                    var parts = new ArrayList<Shown>();
                    parts.add(Shown.unbroken(about.line().number()));
                    about.offering().ifPresent(name -> parts.add(Shown.text(name.in(language()))));
                    about.paidWith().ifPresent(card -> parts.add(Shown.unbroken(card)));
                    return dotted(parts);
                })
                .orElse(Shown.text(""));
    }

    /** With dots between; where the line breaks, the dot stays behind. */
    private static Shown dotted(List<Shown> parts) {
        return new Shown(
                parts.stream().map(Shown::plain).collect(Collectors.joining(" · ")),
                parts.stream().map(Shown::html).collect(Collectors.joining("&nbsp;· ")));
    }

    private Locale language() {
        return Locale.forLanguageTag(w.language().tag());
    }

    private static BillsPage.Links links(Bill bill) {
        var chosen = bill.chosen();
        var earlier = bill.more()
                ? Optional.of("/bills"
                        + chosen.from(bill.entries().getLast().movement().position())
                                .query())
                : Optional.<String>empty();
        var newest = chosen.after().map(_ -> "/bills" + chosen.first().query());
        return new BillsPage.Links(
                earlier, newest, "/bills.csv" + chosen.first().query());
    }
}
