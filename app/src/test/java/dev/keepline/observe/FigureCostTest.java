package dev.keepline.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.database.Transactions;
import dev.keepline.ledger.LedgerVerification;
import dev.keepline.ledger.RollingVerification;
import dev.keepline.notifications.LetterQueue;
import dev.keepline.payments.InboxBacklog;
import dev.keepline.renewal.RenewalFigures;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sampled costs what is under way or due, not what is stored: no table is read through. */
class FigureCostTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final int STORED = 120_000;

    @BeforeAll
    static void much_is_stored_and_little_is_under_way() {
        var owner = postgres.owner();
        owner.sql("""
                insert into account (account_id, created_at)
                select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, now() from generate_series(1, :n) n
                """).param("n", STORED).update();
        owner.sql("""
                insert into line (account_id, line_id, carrier, label, management, state, zip, zone, created_at)
                select account_id, account_id, 'sandbox-mobile', 'x', 'MANAGED', 'NY', '10001', 'America/New_York', now()
                  from account where account_id >= '00000000-0000-4000-8000-000000000000'
                """).update();
        owner.sql("""
                insert into renewal (account_id, renewal_id, line_id, segment, terms, stage_name, stage, version, created_at, changed_at)
                select account_id, account_id, line_id, 1, '{}', case when n <= 20 then 'Asking' when n <= 50 then 'InReview' else 'Kept' end,
                       case when n <= 50 then jsonb_build_object('sent', jsonb_build_object('firstAt', '2026-11-29T10:00:00Z'),
                                         'hold', jsonb_build_object('captureBefore', to_char(now() + n * interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SSOF')))
                            else '{}' end, 1, now(), now()
                  from (select *, row_number() over (order by account_id) as n from line) l
                """).update();
        owner.sql("""
                insert into job (account_id, kind, key, due_at)
                select account_id, 'renewal', account_id::text,
                       case when n <= 30 then now() - interval '90 seconds' when n <= 60000 then now() + interval '1 day' end
                  from (select account_id, row_number() over (order by account_id) as n from line) l
                """).update();
        owner.sql("""
                insert into letter (account_id, key, recipient, language, subject, text, html, created_at, sent_at)
                select account_id, 'k', '', 'en', 's', '', '', now() - interval '1 hour', case when n > 5 then now() end
                  from (select account_id, row_number() over (order by account_id) as n from line) l
                """).update();
        owner.sql("""
                insert into payment_inbox (account_id, gateway, event_id, type, job_kind, job_key, received_at)
                select account_id, 'stripe', account_id::text, 't', 'renewal', account_id::text, now() - interval '60 seconds' from line
                """).update();
        for (var table : List.of("renewal", "job", "letter", "payment_inbox", "line", "account")) {
            owner.sql("vacuum analyze " + table).update();
        }
    }

    @Test
    void each_count_reads_by_an_index_and_says_what_is_there() throws SQLException {
        try (var connection =
                new SingleConnectionDataSource(postgres.dataSource().getConnection(), true)) {
            var jdbc = JdbcClient.create(connection);
            var transactions = new Transactions(new TransactionTemplate(new JdbcTransactionManager(connection)));
            var clock = InstantSource.system();
            var renewals = new RenewalFigures(jdbc, transactions, clock);
            var letters = new LetterQueue(jdbc, transactions, clock);
            var webhooks = new InboxBacklog(jdbc, transactions, clock);
            var books = new RollingVerification(jdbc, new LedgerVerification(jdbc, transactions), transactions);
            var jobs = dev.keepline.jobs.DueJobsDesk.of(jdbc, transactions, "renewal", "mail");

            Map<String, Long> before = scans();
            long from = System.nanoTime();
            var figures = renewals.read();
            var backlogs = jobs.backlogs();
            var waiting = letters.waiting();
            var events = webhooks.waiting();
            assertThat(jobs.setAside()).isZero();
            var took = Duration.ofNanos(System.nanoTime() - from);
            jdbc.sql("select pg_stat_force_next_flush()").query((row, n) -> n).list();
            jdbc.sql("select 1").query(Integer.class).single();
            assertThat(scans()).as("tables that were read through").isEqualTo(before);
            assertThat(took).as("for all of them").isLessThan(Duration.ofSeconds(1));

            assertThat(figures.counts())
                    .containsExactlyInAnyOrder(
                            new RenewalFigures.Count("Asking", "sandbox-mobile", 20),
                            new RenewalFigures.Count("InReview", "sandbox-mobile", 30));
            assertThat(figures.oldestUnknown()).isPresent();
            assertThat(figures.holdsNearEnd()).isBetween(23L, 24L);
            assertThat(figures.nextHoldEnds().orElseThrow()).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
            assertThat(backlogs)
                    .extracting(each -> each.kind() + " " + each.unclaimed())
                    .containsExactly("renewal 30", "mail 0");
            assertThat(backlogs.getFirst().oldest()).isBetween(Duration.ofSeconds(90), Duration.ofMinutes(10));
            assertThat(waiting.letters()).isEqualTo(5);
            assertThat(waiting.oldest()).isGreaterThan(Duration.ofMinutes(59));
            assertThat(events.events()).isEqualTo(30);
            long page = System.nanoTime();
            assertThat(books.step()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - page)).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static Map<String, Long> scans() {
        return postgres
                .owner()
                .sql(
                        "select relname, seq_scan from pg_stat_user_tables where relname in ('renewal', 'job', 'letter', 'payment_inbox', 'line')")
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
