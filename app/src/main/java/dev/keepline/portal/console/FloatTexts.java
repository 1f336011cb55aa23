package dev.keepline.portal.console;

import dev.keepline.kernel.Money;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.console.DeskPage.Talk;
import dev.keepline.portal.words.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts words to our balances at connectors: by their record, by our books, and what orders of unknown outcome may already
 * have taken, by which the two may differ.
 */
public final class FloatTexts {

    private final DeskTexts desk;
    private final Watch watch;

    FloatTexts(DeskTexts desk, Watch watch) {
        this.desk = desk;
        this.watch = watch;
    }

    /**
     * What else is known of them.
     *
     * @param doubt what orders of unknown outcome may have taken, by connector
     * @param low a balance below it, in units of its currency, is to be paid in again
     */
    public record Watch(Map<String, List<Money>> doubt, BigDecimal low) {

        boolean isLow(Money balance) {
            return balance.decimal().compareTo(low) < 0;
        }
    }

    /**
     * One balance.
     *
     * @param theirs empty when they do not say
     * @param counted where that matters: when it was counted
     */
    record Balance(String connector, Optional<Money> theirs, Cell ours, Optional<Cell> counted) {}

    Sheet sheet(List<Balance> balances) {
        var w = desk.w();
        var heads = new ArrayList<>(
                List.of(w.t("console.road"), w.t("books.theirs"), w.t("books.ours"), w.t("console.float.doubt")));
        if (balances.stream().anyMatch(one -> one.counted().isPresent())) {
            heads.add(w.t("console.counted"));
        }
        return balances.isEmpty()
                ? Sheet.notes(w.h("console.floats"), List.of(w.h("console.counterparts.none")))
                : new Sheet(
                        w.h("console.floats"),
                        List.of(w.h("console.float.note"), w.h("console.float.moments")),
                        List.of(),
                        Optional.of(new Table(
                                heads, balances.stream().map(this::row).toList())),
                        Talk.NONE);
    }

    private List<Cell> row(Balance one) {
        var w = desk.w();
        var theirs = Cell.of(one.theirs().map(w::money).orElseGet(() -> w.h("console.float.unknown")));
        var doubt = watch.doubt().getOrDefault(one.connector(), List.of());
        var cells = new ArrayList<>(List.of(
                Cell.of(desk.known("counterpart.", one.connector())),
                one.theirs().filter(watch::isLow).isPresent() ? theirs.with(w.t("console.float.low")) : theirs,
                one.ours(),
                Cell.of(
                        doubt.isEmpty()
                                ? Shown.text("—")
                                : w.lines(doubt.stream().map(w::money).toList()))));
        one.counted().ifPresent(cells::add);
        return List.copyOf(cells);
    }
}
