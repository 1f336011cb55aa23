package dev.keepline.carriers;

import dev.keepline.kernel.Money;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which amounts there are among those that are sold. Pure. */
public final class AmountRules {

    private AmountRules() {}

    /** What is sold on both sides of an amount, the smaller first: itself, where it is sold. */
    public static List<Money> nearest(List<Amounts> sold, Money wanted) {
        var all = sold.stream()
                .flatMap(amounts -> Stream.of(amounts.atMost(wanted), amounts.atLeast(wanted)))
                .toList();
        if (all.contains(wanted)) {
            return List.of(wanted);
        }
        Optional<Money> below =
                all.stream().filter(one -> one.compareTo(wanted) < 0).max(Money::compareTo);
        Optional<Money> above =
                all.stream().filter(one -> one.compareTo(wanted) > 0).min(Money::compareTo);
        return Stream.concat(below.stream(), above.stream()).toList();
    }

    /**
     * What to offer by name: every single amount that is sold, and of the ranges those that mean something to somebody.
     *
     * @param known amounts that somebody may look for, such as those from which a line lives longer
     */
    public static List<Money> named(List<Amounts> sold, List<Money> known) {
        var named = new TreeSet<Money>();
        sold.stream().filter(Amounts::single).map(Amounts::least).forEach(named::add);
        known.stream()
                .filter(one -> sold.stream().anyMatch(amounts -> amounts.holds(one)))
                .forEach(named::add);
        if (named.isEmpty()) {
            sold.stream().map(Amounts::least).forEach(named::add);
        }
        return List.copyOf(named);
    }

    /** The ranges, the lowest first. */
    public static List<Amounts> ranges(List<Amounts> sold) {
        return sold.stream()
                .filter(amounts -> !amounts.single())
                .distinct()
                .sorted((one, other) -> one.least().compareTo(other.least()))
                .toList();
    }
}
