package dev.keepline.renewal.postgres;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Billed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of renewals what bills say of them. Runs inside the caller's transaction. */
public final class BilledRows {

    private final JdbcClient jdbc;

    public BilledRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<RenewalId, Billed.Item> items(AccountId account, Collection<RenewalId> renewals) {
        var items = new HashMap<RenewalId, Billed.Item>();
        jdbc.sql("""
                select r.renewal_id, r.line_id, r.paid_with, q.body -> 'goods' ->> 'offering' as offering,
                       r.terms #>> '{goods,product,effect,type}' = 'Credit'
                           and r.terms #>> '{goods,serviceEndsOn}' is null
                           and r.terms #>> '{goods,promisedUntil}' is null as only_money
                  from renewal r
                  join quote q on q.account_id = r.account_id
                              and q.quote_id = (r.terms -> 'subject' -> 'quote' ->> 'value')::uuid
                 where r.account_id = :account and r.renewal_id = any(:renewals)""")
                .param("account", account.value())
                .param("renewals", renewals.stream().map(RenewalId::value).toArray(UUID[]::new))
                .query(row -> {
                    items.put(
                            new RenewalId(row.getObject("renewal_id", UUID.class)),
                            new Billed.Item(
                                    new LineId(row.getObject("line_id", UUID.class)),
                                    row.getString("offering"),
                                    Optional.ofNullable(row.getString("paid_with")),
                                    row.getBoolean("only_money")));
                });
        return items;
    }

    public List<RenewalId> ofLine(AccountId account, LineId line) {
        return jdbc.sql("select renewal_id from renewal where account_id = :account and line_id = :line")
                .param("account", account.value())
                .param("line", line.value())
                .query((row, n) -> new RenewalId(row.getObject(1, UUID.class)))
                .list();
    }
}
