package dev.keepline.identity.store;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everything that is kept of an account, as JSON: every row of every table that has an account, whatever module it belongs
 * to, so that nothing is forgotten when a table is added. Only secrets and the machine's own bookkeeping are left out.
 */
@Repository
public class ExportRows {

    private static final Set<String> LEFT_OUT =
            Set.of("account_password", "account_link", "account_request", "job", "login", "proof_code");

    private final JdbcClient jdbc;
    private final Transactions transactions;

    ExportRows(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A JSON object per row, by table. */
    public Map<String, List<String>> of(AccountId account) {
        return transactions.inAccount(account, () -> {
            var all = new LinkedHashMap<String, List<String>>();
            tables().forEach(table -> all.put(table, rows(table, account)));
            all.values().removeIf(List::isEmpty);
            return all;
        });
    }

    private List<String> tables() {
        return jdbc.sql("""
                select c.relname from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                   and has_table_privilege(c.oid, 'select')
                 order by c.relname""").query((row, n) -> row.getString(1)).list().stream()
                .filter(table -> table.matches("[a-z_0-9]+") && !LEFT_OUT.contains(table))
                .toList();
    }

    private List<String> rows(String table, AccountId account) {
        return jdbc.sql("select to_jsonb(t)::text from " + table + " t where t.account_id = :account")
                .param("account", account.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
