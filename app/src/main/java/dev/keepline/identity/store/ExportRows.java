package dev.keepline.identity.store;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everything that is kept of an account, as JSON: every row of every table that has an account, whatever module it belongs
 * to, so that nothing is forgotten when a table is added. Only secrets and the machine's own bookkeeping are left out.
 */
@Repository
public class ExportRows {

    private static final Set<String> LEFT_OUT =
            Set.of("account_password", "account_link", "account_request", "job", "proof_code", "line_invitation");

    /** What is about an account without being under it; of sessions and invitations all but what opens them. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "imported_line", "select to_jsonb(t)::text from imported_line t where t.claimed_by = :account",
            "line_invitation", """
                    select (to_jsonb(t) - 'token_hash' - 'account_id')::text from line_invitation t
                     where t.used_by = :account""",
            "spring_session", """
                    select jsonb_build_object('created_at', to_timestamp(t.creation_time / 1000.0),
                                              'last_at', to_timestamp(t.last_access_time / 1000.0))::text
                      from spring_session t where t.principal_name = cast(:account as text)""");

    private final JdbcClient jdbc;
    private final Transactions transactions;

    ExportRows(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** A JSON object per row, by table. */
    public Map<String, List<String>> of(AccountId account) {
        return transactions.inAccount(account, () -> {
            var all = new TreeMap<String, List<String>>();
            tables().forEach(table -> all.put(table, rows(table, account)));
            ELSEWHERE.forEach((table, sql) -> all.put(table, query(sql, account)));
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
        return query("select to_jsonb(t)::text from " + table + " t where t.account_id = :account", account);
    }

    private List<String> query(String sql, AccountId account) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
