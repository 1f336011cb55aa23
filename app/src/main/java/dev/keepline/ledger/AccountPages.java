package dev.keepline.ledger;

import dev.keepline.database.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks over all accounts of this server in bounded pages, each in a transaction of its own. */
final class AccountPages {

    private static final int ACCOUNTS = 500;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    AccountPages(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The accounts from {@code first} to {@code last}, both included: so many. */
    record Page(UUID first, UUID last, int accounts) {}

    /** The page after that one, or the first; empty at the end. */
    Optional<Page> after(Optional<Page> last) {
        var found = last.map(page -> page("account_id > :from", page.last()))
                .orElseGet(() -> page("account_id >= :from", new UUID(0, 0)));
        return found.isEmpty() ? Optional.empty() : Optional.of(page(found));
    }

    /** Works on one page, in a transaction of its own. */
    <T> T in(Page page, Function<Page, T> work) {
        return transactions.outsideAccounts(() -> work.apply(page));
    }

    private static Page page(List<UUID> found) {
        return new Page(found.getFirst(), found.getLast(), found.size());
    }

    /** @return how many accounts there were */
    long each(Consumer<Page> work) {
        long count = 0;
        // No account lies below the operator's own, which is all zeros.
        List<UUID> page = page("account_id >= :from", new UUID(0, 0));
        while (!page.isEmpty()) {
            var range = page(page);
            transactions.outsideAccounts(() -> {
                work.accept(range);
                return range;
            });
            count += page.size();
            page = page("account_id > :from", range.last());
        }
        return count;
    }

    private List<UUID> page(String condition, UUID from) {
        return transactions.outsideAccounts(() -> jdbc.sql(
                        "select account_id from account where " + condition + " order by account_id limit :limit")
                .param("from", from)
                .param("limit", ACCOUNTS)
                .query(UUID.class)
                .list());
    }
}
