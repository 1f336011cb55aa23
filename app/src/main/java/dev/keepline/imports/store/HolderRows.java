package dev.keepline.imports.store;

import dev.keepline.kernel.AccountId;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases who holds imported lines. Runs inside the caller's transaction of the operator's own account. */
@Repository
public class HolderRows {

    private final JdbcClient jdbc;

    HolderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a file was complained about goes first: its values are found by the lines that go after it. */
    public void erase(AccountId operator, AccountId account, Collection<String> addresses) {
        var emails = addresses.toArray(String[]::new);
        jdbc.sql("""
                update line_import_problem p set value = ''
                 where lower(p.value) = any (:emails)
                    or exists (select from imported_line l
                                where (l.claimed_by = :account or l.email = any (:emails))
                                  and p.value in (l.msisdn, l.iccid, l.label, l.reference))""").param("emails", emails).param("account", account.value()).update();
        jdbc.sql("delete from imported_line where claimed_by = :account or email = any (:emails)")
                .param("account", account.value())
                .param("emails", emails)
                .update();
        jdbc.sql("""
                delete from line_invitation
                 where account_id = :operator and (used_by = :account or email = any (:emails))""")
                .param("operator", operator.value())
                .param("account", account.value())
                .param("emails", emails)
                .update();
        jdbc.sql("delete from line_import_row where email = any (:emails)")
                .param("emails", emails)
                .update();
    }
}
