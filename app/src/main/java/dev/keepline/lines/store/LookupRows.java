package dev.keepline.lines.store;

import dev.keepline.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often an account had a number looked up. Runs inside the caller's transaction. */
@Repository
public class LookupRows {

    private final JdbcClient jdbc;

    LookupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes one more, unless there are {@code most} already. */
    public boolean take(AccountId account, int most, Instant now) {
        return jdbc.sql("""
                        insert into carrier_lookup (account_id, asked_at)
                        select :account, :now
                         where (select count(*) from carrier_lookup where account_id = :account) < :most""")
                        .param("account", account.value())
                        .param("now", Timestamp.from(now))
                        .param("most", most)
                        .update()
                > 0;
    }

    public void forget(AccountId account, Instant before) {
        jdbc.sql("delete from carrier_lookup where account_id = :account and asked_at < :before")
                .param("account", account.value())
                .param("before", Timestamp.from(before))
                .update();
    }
}
