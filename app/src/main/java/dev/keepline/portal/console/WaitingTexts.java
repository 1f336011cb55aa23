package dev.keepline.portal.console;

import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.WaitingRenewal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts words to lists of renewals: those that wait, the most urgent first, and those that are finished. */
public final class WaitingTexts {

    private final DeskTexts desk;

    public WaitingTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** One of them with whose it is. */
    public record Row(WaitingRenewal one, String customer, Optional<LineCard> line) {

        /** When something is lost if nobody does anything: the reservation, or the number. */
        public Instant losesAt() {
            return Stream.concat(one.subject().holdUntil().stream(), lostAt().stream())
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
        }

        private Optional<Instant> lostAt() {
            return line.flatMap(card -> card.dates()
                    .clocks()
                    .numberLostOn()
                    .map(day -> day.atStartOfDay(card.dates().zone()).toInstant()));
        }
    }

    /** All that wait. */
    public DeskPage waiting(List<Row> rows) {
        var w = desk.w();
        var urgent = rows.stream()
                .sorted(Comparator.comparing(Row::losesAt)
                        .thenComparing(row -> row.one().since()))
                .toList();
        var heads = List.of(
                w.t("console.stage"),
                w.t("console.customer"),
                w.t("support.number"),
                w.t("line.amount"),
                w.t("console.since"),
                w.t("console.next"),
                w.t("console.hold"),
                w.t("console.lost"));
        var table = new Table(heads, urgent.stream().map(this::waiting).toList());
        return new DeskPage(
                "renewals",
                w.h(rows.isEmpty() ? "console.renewals.none" : "console.renewals.some", "n", rows.size()),
                Optional.of(w.h("console.renewals.intro")),
                Optional.empty(),
                List.of(Sheet.table(w.h("console.renewals"), table, w.h("console.renewals.none")), others()));
    }

    private Sheet others() {
        var w = desk.w();
        return Sheet.notes(
                w.h("console.finished"),
                List.of(w.h("console.finished.link").linked("/console/renewals?show=finished")));
    }

    private List<Cell> waiting(Row row) {
        var w = desk.w();
        var one = row.one();
        var next = one.setAsideAt().isPresent() ? w.h("console.setaside") : desk.moment(one.nextAt());
        var lost = row.line().flatMap(card -> card.dates().clocks().numberLostOn());
        return List.of(
                stage(row),
                customer(row),
                number(row),
                amount(row),
                Cell.of(w.ago(one.since(), desk.now())),
                Cell.of(next),
                Cell.of(desk.moment(one.subject().holdUntil())),
                Cell.of(lost.map(day -> w.date(day.minusDays(1))).orElseGet(() -> Shown.text("—"))));
    }

    /** Those that are finished, the newest first. */
    public DeskPage finished(List<Row> rows) {
        var w = desk.w();
        var heads = List.of(
                w.t("console.stage"),
                w.t("console.customer"),
                w.t("support.number"),
                w.t("line.amount"),
                w.t("console.ended"));
        var cells = rows.stream()
                .map(row -> List.of(
                        stage(row).with(w.t("activity.money." + row.one().phase())),
                        customer(row),
                        number(row),
                        amount(row),
                        Cell.of(desk.moment(row.one().since()))))
                .toList();
        return new DeskPage(
                "renewals",
                w.h("console.finished"),
                Optional.of(w.h("console.finished.intro")),
                Optional.empty(),
                List.of(
                        Sheet.table(w.h("console.finished"), new Table(heads, cells), w.h("console.finished.none")),
                        Sheet.notes(
                                w.h("console.renewals"),
                                List.of(w.h("console.renewals.link").linked("/console/renewals")))));
    }

    private Cell amount(Row row) {
        var w = desk.w();
        var subject = row.one().subject();
        return Cell.of(w.money(subject.total())).with(w.t(subject.onlyMoney() ? "console.kind.money" : "console.kind"));
    }

    private Cell stage(Row row) {
        var subject = row.one().subject();
        return Cell.link(
                desk.w().h(desk.w().key("activity." + row.one().phase(), subject.onlyMoney(), "money")),
                "/console/renewals/" + subject.account() + "/" + subject.renewal());
    }

    private Cell customer(Row row) {
        return Cell.link(
                Shown.text(row.customer()),
                DeskTexts.customer(row.one().subject().account()));
    }

    private Cell number(Row row) {
        return row.line()
                .map(card -> Cell.of(Shown.unbroken(card.who().number()))
                        .with(desk.known("carrier.", card.who().carrier().code())
                                .plain()))
                .orElseGet(() -> Cell.of("—"));
    }

    /** Renewals that a search found. */
    public Table found(List<Row> rows) {
        var w = desk.w();
        return new Table(
                List.of(w.t("console.stage"), w.t("console.customer"), w.t("support.number"), w.t("line.amount")),
                rows.stream()
                        .map(row -> List.of(stage(row), customer(row), number(row), amount(row)))
                        .toList());
    }
}
