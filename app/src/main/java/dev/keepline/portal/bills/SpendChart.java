package dev.keepline.portal.bills;

import dev.keepline.kernel.Money;
import dev.keepline.ledger.Statements.Month;
import dev.keepline.portal.bills.BillsPage.Bar;
import dev.keepline.portal.words.Words;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Twelve months of spend: a year, or the twelve up to now. */
final class SpendChart {

    static final int MONTHS = 12;

    /** Pixels that the highest bar is high. */
    private static final int HIGHEST = 118;

    private static final Money NOTHING = Money.zero(Money.USD);

    private final Words w;
    private final YearMonth first;

    SpendChart(Words words, Optional<Year> year, LocalDate today) {
        this.w = words;
        this.first = first(year, today);
    }

    /** The first of the twelve months. */
    static YearMonth first(Optional<Year> year, LocalDate today) {
        return year.map(one -> one.atMonth(1))
                .orElseGet(() -> YearMonth.from(today).minusMonths(MONTHS - 1L));
    }

    /** All that was spent in these months. */
    Money spent(List<Month> months) {
        return months.stream().map(Month::spent).reduce(NOTHING, Money::plus);
    }

    BillsPage.Chart chart(List<Month> moved) {
        Map<YearMonth, Month> known = moved.stream().collect(Collectors.toMap(Month::month, Function.identity()));
        var months = IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> known.getOrDefault(month, new Month(month, NOTHING, NOTHING)))
                .toList();
        var highest =
                months.stream().max(Comparator.comparing(SpendChart::height)).orElseThrow();
        var total = new Month(first, sum(months, Month::charged), sum(months, Month::refunded));
        return new BillsPage.Chart(
                bars(months, highest),
                described(months, highest),
                w.h("bills.chart.caption", "from", name(first), "to", name(first.plusMonths(MONTHS - 1L))),
                months.stream().map(month -> row(name(month.month()), month)).toList(),
                row(w.t("bills.chart.total"), total));
    }

    private static Money sum(List<Month> months, Function<Month, Money> part) {
        return months.stream().map(part).reduce(NOTHING, Money::plus);
    }

    private static Money height(Month month) {
        return month.charged().compareTo(month.refunded()) > 0 ? month.charged() : month.refunded();
    }

    private List<Bar> bars(List<Month> months, Month highest) {
        long top = Math.max(1, height(highest).minor());
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < months.size(); i++) {
            var month = months.get(i);
            boolean named = month.equals(highest) && month.charged().isPositive();
            bars.add(new Bar(
                    100.0 * i / MONTHS,
                    pixels(month.spent(), top),
                    pixels(month.refunded(), top),
                    month.month()
                            .getMonth()
                            .getDisplayName(
                                    TextStyle.NARROW_STANDALONE, w.language().locale()),
                    named ? Optional.of(w.money(month.spent()).plain()) : Optional.empty()));
        }
        return bars;
    }

    /** What is not nothing is seen. */
    private static int pixels(Money amount, long top) {
        return amount.isPositive() ? (int) Math.max(2, HIGHEST * amount.minor() / top) : 0;
    }

    private String described(List<Month> months, Month highest) {
        var from = name(first);
        var to = name(first.plusMonths(MONTHS - 1L));
        var spent = spent(months);
        return highest.charged().isPositive()
                ? w.t(
                        "bills.chart.described",
                        "from",
                        from,
                        "to",
                        to,
                        "money",
                        spent,
                        "most",
                        highest.charged(),
                        "month",
                        name(highest.month()))
                : w.t("bills.chart.nothing", "from", from, "to", to);
    }

    private BillsPage.Month row(String name, Month month) {
        return new BillsPage.Month(name, w.money(month.charged()), w.money(month.refunded()), w.money(month.spent()));
    }

    private String name(YearMonth month) {
        return DateTimeFormatter.ofPattern(
                        w.language().trait("yearmonth"), w.language().locale())
                .format(month);
    }
}
