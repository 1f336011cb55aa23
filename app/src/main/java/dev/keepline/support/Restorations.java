package dev.keepline.support;

import dev.keepline.database.Transactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Restores of this database from a backup, and what gateways and carriers remember of the time it forgot. */
@Service
class Restorations {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Restorations(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** One restore. */
    record Restoration(Instant restoredAt, Instant lastCommitAt) {}

    /** Those after which nobody has asked gateways and carriers yet, oldest first. */
    List<Restoration> unsettled() {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select restored_at, last_commit_at from restoration where settled_at is null order by restored_at""")
                .query((row, n) -> new Restoration(
                        row.getObject("restored_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_commit_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Notes a restore that was not ours, of a database of the operator's. */
    void mark(Instant lastCommitAt, Instant now) {
        transactions.outsideAccounts(() -> jdbc.sql("""
                insert into restoration (restored_at, last_commit_at) values (:now, :last) on conflict do nothing""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("last", lastCommitAt.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** What others have on record and our books lost: settles the restore in the same transaction. */
    void settle(Restoration restoration, List<Finding> lost, Instant now) {
        transactions.outsideAccounts(() -> {
            lost.forEach(finding -> jdbc.sql("""
                    insert into restoration_loss (counterpart, reference, restored_at, text)
                    values (:counterpart, :reference, :restored, :text) on conflict do nothing""")
                    .param("counterpart", finding.where())
                    .param("reference", finding.about())
                    .param("restored", restoration.restoredAt().atOffset(ZoneOffset.UTC))
                    .param("text", finding.text())
                    .update());
            return jdbc.sql("update restoration set settled_at = :now where restored_at = :restored")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("restored", restoration.restoredAt().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    /** The keys of all findings that a restore explains. */
    Set<String> losses() {
        return new HashSet<>(transactions.outsideAccounts(
                () -> jdbc.sql("select counterpart, reference from restoration_loss")
                        .query((row, n) -> Finding.key(row.getString("counterpart"), row.getString("reference")))
                        .list()));
    }

    /** The oldest restore after which nobody has asked yet. */
    Optional<Restoration> next() {
        return unsettled().stream().findFirst();
    }
}
