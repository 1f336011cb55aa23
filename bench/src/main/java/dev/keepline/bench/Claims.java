package dev.keepline.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.keepline.database.ConnectionPool;
import dev.keepline.database.Transactions;
import dev.keepline.jobs.Leases;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long the product's own claim takes that leases 100 due jobs, among everything that rests. */
final class Claims {

    private static final int AT_ONCE = 100;
    private static final int CLAIMS = 200;
    private static final int WARM_UP = 50;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Store store;

    Claims(Store store) {
        this.store = store;
    }

    /** Makes {@code 20,000} jobs of an own kind due and claims them by the hundred. */
    Latencies measure(String kind, int accounts) throws SQLException {
        store.execute(
                "insert into job (account_id, kind, key, due_at) select account_id, '" + kind + "', n::text, now() -"
                        + " random() * interval '1 hour' from (select account_id, row_number() over () n from account limit "
                        + Math.min(accounts, AT_ONCE * CLAIMS) + ") a");
        store.execute("vacuum analyze job");
        store.execute("checkpoint");
        try (HikariDataSource pool = ConnectionPool.open(store.database(), 2)) {
            var transactions = new Transactions(new TransactionTemplate(new JdbcTransactionManager(pool)));
            var leases = new Leases(JdbcClient.create(pool), transactions, LEASE);
            return timed(leases, kind);
        }
    }

    private static Latencies timed(Leases leases, String kind) {
        long[] nanos = new long[CLAIMS - WARM_UP];
        long begun = System.nanoTime();
        for (int i = 0; i < CLAIMS; i++) {
            long before = System.nanoTime();
            int claimed = leases.claim(kind, LEASE, AT_ONCE).size();
            if (claimed != AT_ONCE) {
                throw new IllegalStateException("claimed " + claimed + " instead of " + AT_ONCE);
            }
            if (i >= WARM_UP) {
                nanos[i - WARM_UP] = System.nanoTime() - before;
            }
        }
        return Latencies.of(nanos, Duration.ofNanos(System.nanoTime() - begun));
    }
}
