package dev.keepline.renewal.postgres;

import dev.keepline.database.PostgresTest;
import dev.keepline.database.Transactions;
import dev.keepline.jobs.JobsDesk;
import dev.keepline.ledger.Journal;
import dev.keepline.lines.Lines;
import dev.keepline.lines.store.LineRows;
import dev.keepline.lines.store.SegmentRows;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Terms;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The real store of renewals on a test database, and what it stands on. */
public final class StoreDesk {

    public final PostgresTest postgres;
    public final JobsDesk work;
    public final Journal journal;
    public final AnswerRows answers;
    public final RenewalStore store;

    public StoreDesk(PostgresTest postgres) {
        this(postgres, postgres.dataSource());
    }

    /** The same over connections that the test stands behind. */
    public StoreDesk(PostgresTest postgres, DataSource connections) {
        this.postgres = postgres;
        var jdbc = JdbcClient.create(connections);
        var transactions = new Transactions(new TransactionTemplate(new JdbcTransactionManager(connections)));
        work = new JobsDesk(postgres, jdbc, transactions);
        journal = new Journal(jdbc, transactions);
        var json = JsonMapper.shared();
        var lines = new Lines(new LineRows(jdbc, json), new SegmentRows(jdbc, json), transactions);
        answers = new AnswerRows(jdbc, transactions);
        store = new PostgresRenewalStore(
                new PostgresRenewalStore.Rows(
                        new RenewalRows(jdbc), new EffectRows(jdbc, journal, lines, work.jobs), answers),
                new PostgresRenewalStore.Work(work.jobs, work.leases),
                transactions);
    }

    /** Makes the account and the line that a renewal with these terms refers to. */
    public void prepare(Terms terms) {
        postgres.jdbc()
                .sql("insert into account (account_id, created_at) values (?, now()) on conflict do nothing")
                .param(terms.account().value())
                .update();
        postgres.jdbc()
                .sql("""
                insert into line (account_id, line_id, carrier, label, management, state, zip, zone, created_at)
                values (:account, :line, 'sandbox', 'Test', 'MANAGED', 'NY', '10001', 'America/New_York', now())
                on conflict do nothing
                """)
                .param("account", terms.account().value())
                .param("line", terms.subject().line().value())
                .update();
    }
}
