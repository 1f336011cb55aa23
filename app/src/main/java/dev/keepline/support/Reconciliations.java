package dev.keepline.support;

import dev.keepline.database.Transactions;
import dev.keepline.ledger.Journal;
import dev.keepline.support.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keeps what comparisons of our books came to. */
@Service
public class Reconciliations {

    private static final int LONGEST = 20_000;

    private final Reconciliation reconciliation;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;

    Reconciliations(Reconciliation reconciliation, JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.reconciliation = reconciliation;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What one came to.
     *
     * @param report one difference a line
     */
    public record Run(Instant at, int days, long accounts, Counts counts, String report) {

        /** Nothing differs, and everything was compared. */
        public boolean clean() {
            return counts.differences() == 0 && counts.uncompared() == 0;
        }
    }

    /**
     * How many of each.
     *
     * @param differences impossible ones and those that nothing explains
     */
    public record Counts(int differences, int explained, int uncompared) {}

    /** Compares now, with the records of others of the last so many days, and keeps what it came to. */
    public Run run(int days) {
        var report = reconciliation.verify(Duration.ofDays(days));
        var counts = new Counts(
                report.impossible().size() + count(report, Verdict.DIFFERENCE),
                count(report, Verdict.EXPLAINED) + count(report, Verdict.IN_MOTION) + count(report, Verdict.LATER),
                count(report, Verdict.NOT_COMPARED));
        var text = Stream.concat(
                        report.impossible().stream(), report.findings().stream().map(Finding::toString))
                .collect(Collectors.joining("\n"));
        var run = new Run(
                clock.instant(), days, report.accounts(), counts, text.substring(0, Math.min(LONGEST, text.length())));
        keep(run);
        return run;
    }

    private static int count(Reconciliation.Report report, Verdict verdict) {
        return (int) report.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }

    private void keep(Run run) {
        transactions.inAccount(Journal.OPERATOR, () -> {
            jdbc.sql("""
                    insert into reconciliation (account_id, at, days, accounts, differences, explained, uncompared, report)
                    values (:account, :at, :days, :accounts, :differences, :explained, :uncompared, :report)""")
                    .param("account", Journal.OPERATOR.value())
                    .param("at", run.at().atOffset(ZoneOffset.UTC))
                    .param("days", run.days())
                    .param("accounts", run.accounts())
                    .param("differences", run.counts().differences())
                    .param("explained", run.counts().explained())
                    .param("uncompared", run.counts().uncompared())
                    .param("report", run.report())
                    .update();
        });
    }

    /** The last one; empty where there was none yet. */
    public Optional<Run> last() {
        return transactions.inAccount(
                Journal.OPERATOR,
                () -> jdbc.sql("""
                        select at, days, accounts, differences, explained, uncompared, report from reconciliation
                         where account_id = :account order by at desc limit 1""")
                        .param("account", Journal.OPERATOR.value())
                        .query((row, n) -> new Run(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getInt("days"),
                                row.getLong("accounts"),
                                new Counts(
                                        row.getInt("differences"), row.getInt("explained"), row.getInt("uncompared")),
                                row.getString("report")))
                        .optional());
    }
}
