package dev.keepline.lines.store;

import dev.keepline.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets go of lines whose account is deleted. Runs inside the caller's transaction of the account. */
@Repository
public class ReleaseRows {

    /** What was read or said of lines: nothing of it is bookkeeping. */
    private static final List<String> ERASED =
            List.of("line_reading", "line_refresh", "line_elsewhere", "carrier_lookup");

    private final JdbcClient jdbc;

    ReleaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows of lines stay, empty, because what was bought refers to them; the state stays since taxes were owed there. */
    public void release(AccountId account, Instant now) {
        for (var table : ERASED) {
            jdbc.sql("delete from " + table + " where account_id = :account")
                    .param("account", account.value())
                    .update();
        }
        jdbc.sql("""
                update line set removed_at = coalesce(removed_at, :now), label = '', msisdn = null, iccid = null, noted_iccid = null,
                                zip = '00000', stated_ends_on = null, stated_at = null, told_ends_on = null, told_at = null
                 where account_id = :account""")
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
