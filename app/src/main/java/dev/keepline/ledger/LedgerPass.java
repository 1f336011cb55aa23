package dev.keepline.ledger;

import dev.keepline.kernel.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * What one walk over all accounts found.
 *
 * @param accounts that were verified
 * @param differences of any kind, as {@code ledger verify} would report them
 * @param imbalance per currency, kept balances less what the transfers say: zero when the books are right, since a transfer
 *     itself takes from one account what it gives to another
 * @param floats our float by our books, by connector and currency
 */
public record LedgerPass(
        long accounts, long differences, Map<Currency, Money> imbalance, Map<String, Map<Currency, Money>> floats) {

    static final LedgerPass BEGINNING = new LedgerPass(0, 0, Map.of(), Map.of());

    public LedgerPass {
        imbalance = Map.copyOf(imbalance);
        floats = Map.copyOf(floats);
    }

    LedgerPass plus(LedgerPass page) {
        var sum = new HashMap<>(imbalance);
        page.imbalance.values().forEach(part -> sum.merge(part.currency(), part, Money::plus));
        var all = new HashMap<String, Map<Currency, Money>>(floats);
        page.floats.forEach((connector, parts) -> {
            var each = new HashMap<>(all.getOrDefault(connector, Map.of()));
            parts.values().forEach(part -> each.merge(part.currency(), part, Money::plus));
            all.put(connector, Map.copyOf(each));
        });
        return new LedgerPass(accounts + page.accounts, differences + page.differences, sum, all);
    }
}
