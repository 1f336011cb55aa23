package dev.keepline.portal.console;

import dev.keepline.kernel.Money;
import dev.keepline.ledger.MoneyReport;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import dev.keepline.support.Reconciliations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts words to the money: balances by account, our floats, and whether the books agree with everybody else's. */
public final class MoneyTexts {

    private final DeskTexts desk;

    public MoneyTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** What the page is made from. */
    public record Books(
            List<MoneyReport.Balance> balances,
            Map<String, Optional<Money>> floats,
            FloatTexts.Watch watch,
            List<MoneyReport.FloatDay> days,
            Optional<Reconciliations.Run> last) {}

    /** The page. */
    public DeskPage page(Books books) {
        var w = desk.w();
        return new DeskPage(
                "money",
                w.h("books.title"),
                Optional.of(w.h("books.intro")),
                Optional.empty(),
                List.of(
                        reconciliation(books.last()),
                        Sheet.table(w.h("books.balances"), balances(books.balances()), w.h("books.none")),
                        floats(books),
                        Sheet.table(w.h("books.floats"), days(books.days()), w.h("books.none")),
                        Sheet.notes(
                                w.h("books.csv"),
                                List.of(
                                        w.h("books.csv.note"),
                                        w.h("books.csv.month").linked("/console/money.csv"),
                                        w.h("books.csv.before").linked("/console/money.csv?months=1")))));
    }

    private Sheet reconciliation(Optional<Reconciliations.Run> last) {
        var w = desk.w();
        var notes = new ArrayList<Shown>();
        last.ifPresentOrElse(
                run -> {
                    notes.add(w.h(
                            run.clean() ? "books.clean" : "books.unclean",
                            "at",
                            desk.moment(run.at()),
                            "n",
                            run.counts().differences(),
                            "m",
                            run.counts().uncompared()));
                    notes.add(w.h(
                            "books.scope",
                            "n",
                            run.accounts(),
                            "days",
                            run.days(),
                            "m",
                            run.counts().explained()));
                    run.report().lines().limit(50).forEach(line -> notes.add(Shown.text(line)));
                },
                () -> notes.add(w.h("books.never")));
        return Sheet.acts(
                w.h("books.reconciliation"), notes, List.of(desk.click("/console/money", "books.compare", Map.of())));
    }

    private Table balances(List<MoneyReport.Balance> balances) {
        var w = desk.w();
        return new Table(
                List.of(w.t("books.account"), w.t("books.debit"), w.t("books.credit")),
                balances.stream()
                        .filter(one -> !one.debit().isZero())
                        .map(one -> List.of(
                                Cell.of(account(one.account())).with(one.account()),
                                Cell.of(one.debit().minor() > 0 ? w.money(one.debit()) : Shown.text("")),
                                Cell.of(
                                        one.debit().minor() < 0
                                                ? w.money(one.debit().times(-1))
                                                : Shown.text(""))))
                        .toList());
    }

    /** By the part before the colon; what follows names whom it is with. */
    private Shown account(String code) {
        var kind = code.replaceFirst(":.*", "");
        return desk.known("chart.", kind);
    }

    private Sheet floats(Books books) {
        return new FloatTexts(desk, books.watch())
                .sheet(books.floats().entrySet().stream()
                        .map(entry -> new FloatTexts.Balance(
                                entry.getKey(),
                                entry.getValue(),
                                Cell.of(ours(books, entry.getKey())),
                                Optional.of(Cell.of(desk.moment(desk.now())))))
                        .toList());
    }

    private Shown ours(Books books, String connector) {
        var theirs = books.floats().getOrDefault(connector, Optional.empty()).map(Money::currency);
        return desk.w()
                .lines(books.balances().stream()
                        .filter(one -> one.account().equals("carrier.float:" + connector))
                        .map(MoneyReport.Balance::debit)
                        .filter(money -> !money.isZero()
                                || theirs.filter(money.currency()::equals).isPresent())
                        .map(desk.w()::money)
                        .toList());
    }

    private Table days(List<MoneyReport.FloatDay> days) {
        var w = desk.w();
        return new Table(
                List.of(
                        w.t("books.day"),
                        w.t("console.road"),
                        w.t("books.what"),
                        w.t("books.entries"),
                        w.t("books.change")),
                days.stream()
                        .map(day -> List.of(
                                Cell.of(w.date(day.day())),
                                Cell.of(desk.known("counterpart.", day.connector())),
                                Cell.of(desk.known("entry.", day.template())),
                                Cell.of(w.number(day.entries())),
                                Cell.of(w.money(day.change()))))
                        .toList());
    }
}
