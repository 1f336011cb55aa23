package dev.keepline.renewal.postgres;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds renewals that are not over with the job that carries each on, across accounts. */
@Repository
public class WaitingRows {

    /**
     * One of them.
     *
     * @param records as they were acted on
     */
    public record Row(
            Terms terms,
            Stage stage,
            Instant since,
            Optional<Instant> dueAt,
            Optional<Instant> setAsideAt,
            Optional<String> failure,
            Dossier.Records records) {}

    private static final String SELECT = """
            select r.terms, r.stage, j.due_at, j.quarantined_at, j.last_error,
                   '{"before": null, "after": null, "finding": null}'::jsonb || coalesce(r.records, '{}'::jsonb) as records,
                   coalesce(r.ended_at, (select min(h.at) from renewal_history h
                                          where h.account_id = r.account_id and h.renewal_id = r.renewal_id
                                            and h.stage_name = r.stage_name), r.changed_at) as since
              from renewal r
              left join job j on j.account_id = r.account_id and j.kind = :kind and j.key = r.renewal_id::text
            """;

    private static final String NEWEST_ENDED =
            " where r.ended_at is not null order by r.ended_at desc, r.account_id, r.renewal_id limit :limit";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RenewalJson json = new RenewalJson();

    public WaitingRows(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Those that began first, first. */
    public List<Row> longest(int limit) {
        return some(
                " where r.stage_name not in " + RenewalRows.FINISHED
                        + " order by r.created_at, r.account_id, r.renewal_id limit :limit",
                limit);
    }

    /** Those that are finished; what ended last is first, whenever it was looked at since. */
    public List<Row> finished(int limit) {
        return some(NEWEST_ENDED, limit);
    }

    /** One of them, finished or not. */
    public Optional<Row> find(AccountId account, RenewalId id) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql(SELECT + " where r.account_id = :account and r.renewal_id = :renewal")
                        .param("kind", Terms.JOB_KIND)
                        .param("account", account.value())
                        .param("renewal", id.value())
                        .query(this::row)
                        .optional());
    }

    private List<Row> some(String which, int limit) {
        return transactions.outsideAccounts(() -> jdbc.sql(SELECT + which)
                .param("kind", Terms.JOB_KIND)
                .param("limit", limit)
                .query(this::row)
                .list());
    }

    private Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                json.read(Terms.class, row.getString("terms")),
                json.read(Stage.class, row.getString("stage")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                moment(row, "due_at"),
                moment(row, "quarantined_at"),
                Optional.ofNullable(row.getString("last_error")),
                json.read(Dossier.Records.class, row.getString("records")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
