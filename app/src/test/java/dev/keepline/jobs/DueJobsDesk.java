package dev.keepline.jobs;

import dev.keepline.database.Transactions;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The backlog of these kinds, for tests of other packages. */
public final class DueJobsDesk {
    private DueJobsDesk() {}

    public static DueJobs of(JdbcClient jdbc, Transactions transactions, String... kinds) {
        return new DueJobs(jdbc, transactions, List.of(kinds));
    }
}
