package dev.keepline.renewal;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds renewals of any account by what somebody reads out of an e-mail or of a vendor's page: for staff, who are recorded. */
@Service
public class RenewalSearch {

    private static final int SHORTEST = 6;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    RenewalSearch(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A renewal and whose it is. */
    public record Hit(AccountId account, RenewalId renewal) {}

    /**
     * By our own reference or the one we sent; by the gateway's or the connector's name of anything about it; by the number
     * of a request that brought anything of it about; by the last four digits of the card.
     */
    public List<Hit> find(String typed, int most) {
        var wanted = typed.strip();
        Set<Hit> hits = new LinkedHashSet<>();
        own(wanted).ifPresent(id -> hits.addAll(byId(id)));
        if (wanted.matches("[0-9]{4}")) {
            hits.addAll(byCard(wanted, most));
        }
        if (wanted.matches("(?i)[0-9a-f]{8}")) {
            hits.addAll(byBeginning(wanted, most));
        }
        if (wanted.length() >= SHORTEST && wanted.matches("[A-Za-z0-9_-]+")) {
            hits.addAll(byReference(wanted, most));
        }
        return hits.stream().limit(most).toList();
    }

    private static Optional<UUID> own(String wanted) {
        if (wanted.matches("(?i)[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")) {
            var hex = wanted.replace("-", "").toLowerCase(java.util.Locale.ROOT);
            return Optional.of(UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
        }
        return wanted.isEmpty() || wanted.length() > 40
                ? Optional.empty()
                : new RequestId(wanted).renewal().map(RenewalId::value);
    }

    private List<Hit> byId(UUID id) {
        return transactions.outsideAccounts(() -> jdbc.sql(
                        "select account_id, renewal_id from renewal where renewal_id = :id")
                .param("id", id)
                .query((row, n) -> hit(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    /** By the first eight digits, as pages show references. */
    private List<Hit> byBeginning(String hex, int most) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, renewal_id from renewal where renewal_id between :first and :last limit :most""")
                .param("first", UUID.fromString(hex + "-0000-0000-0000-000000000000"))
                .param("last", UUID.fromString(hex + "-ffff-ffff-ffff-ffffffffffff"))
                .param("most", most)
                .query((row, n) -> hit(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    /** Of a card nothing but its brand and these are known; the newest first. */
    private List<Hit> byCard(String lastFour, int most) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, renewal_id from renewal where right(paid_with, 4) = :digits
                 order by changed_at desc, account_id, renewal_id limit :most""")
                .param("digits", lastFour)
                .param("most", most)
                .query((row, n) -> hit(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    /** What was answered names nearly everything; the stage itself what was answered before answers were kept. */
    private List<Hit> byReference(String reference, int most) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, renewal_id from outside_answer where reference = :reference
                union select account_id, renewal_id from renewal_history where trace = lower(:reference)
                union select account_id, renewal_id from outside_call where trace = lower(:reference)
                union
                select account_id, renewal_id from renewal
                 where stage::text like '%"' || replace(:reference, '_', '\\_') || '"%'
                 limit :most""")
                .param("reference", reference)
                .param("most", most)
                .query((row, n) -> hit(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
    }

    private static Hit hit(UUID account, UUID renewal) {
        return new Hit(new AccountId(account), new RenewalId(renewal));
    }
}
