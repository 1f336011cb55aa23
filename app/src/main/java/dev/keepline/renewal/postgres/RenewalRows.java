package dev.keepline.renewal.postgres;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Renewal;
import dev.keepline.renewal.engine.RenewalStore.Passage;
import dev.keepline.renewal.engine.RenewalStore.Stored;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.trace.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of renewals and of their history. Runs inside the caller's transaction. */
public final class RenewalRows {

    /** Names of the stages that are not {@link Stage#unfinished}; the index {@code renewal_unfinished} names the same. */
    static final String FINISHED = "('Renewed', 'NotCharged', 'Refunded', 'RefundFailed', 'Returned', 'Kept', 'Owed')";

    private static final String SELECT = "select terms, stage, version from renewal where account_id = :account ";

    private final JdbcClient jdbc;
    private final RenewalJson json = new RenewalJson();

    public RenewalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when another renewal of the same stretch is running or has delivered, or one of the line is under way */
    boolean insert(Terms terms, Stage stage) {
        return jdbc.sql("""
                insert into renewal (account_id, renewal_id, line_id, segment, terms, stage_name, stage, version,
                                     created_at, changed_at)
                values (:account, :renewal, :line, :segment, :terms::jsonb, :name, :stage::jsonb, 1, :at, :at)
                on conflict do nothing""")
                        .param("account", terms.account().value())
                        .param("renewal", terms.id().value())
                        .param("line", terms.subject().line().value())
                        .param("segment", terms.subject().segment())
                        .param("terms", json.write(terms))
                        .param("name", name(stage))
                        .param("stage", json.write(Stage.class, stage))
                        .param("at", at(terms.createdAt()))
                        .update()
                > 0;
    }

    /** @return false when somebody else committed since {@code before} was loaded */
    boolean update(Stored before, Stage next, Signal signal, Instant now) {
        var readings = ActedOn.by(before.renewal().stage(), next, signal);
        var terms = before.renewal().terms();
        return jdbc.sql("""
                update renewal
                   set stage_name = :name, stage = :stage::jsonb, version = version + 1, changed_at = :at,
                       paid_with = coalesce(:paidWith, paid_with),
                       records = case when cast(:records as jsonb) is null then records
                                      else coalesce(records, '{}'::jsonb) || cast(:records as jsonb) end,
                       ended_at = case when :name not in %s then null
                                       when stage_name = :name or stage_name = 'Renewed' and :name = 'Kept'
                                       then coalesce(ended_at, :at) else :at end
                 where account_id = :account and renewal_id = :renewal and version = :version""".formatted(FINISHED))
                        .param("account", terms.account().value())
                        .param("renewal", terms.id().value())
                        .param("version", before.version())
                        .param("name", name(next))
                        .param("stage", json.write(Stage.class, next))
                        .param("records", readings.isEmpty() ? null : json.write(readings))
                        .param(
                                "paidWith",
                                next instanceof Stage.Holding holding
                                        ? holding.hold().method()
                                        : null)
                        .param("at", at(now))
                        .update()
                > 0;
    }

    void passed(Terms terms, long version, Stage stage, String cause, Instant now) {
        jdbc.sql("""
                insert into renewal_history (account_id, renewal_id, version, stage_name, cause, at, trace)
                values (:account, :renewal, :version, :name, :cause, :at, :trace)""")
                .param("account", terms.account().value())
                .param("renewal", terms.id().value())
                .param("version", version)
                .param("name", name(stage))
                .param("cause", cause)
                .param("trace", Traces.currentHex())
                .param("at", at(now))
                .update();
    }

    Optional<Stored> load(AccountId account, RenewalId id) {
        return jdbc.sql(SELECT + "and renewal_id = :renewal")
                .param("account", account.value())
                .param("renewal", id.value())
                .query(this::stored)
                .optional();
    }

    Optional<Stored> current(AccountId account, LineId line, int segment) {
        return jdbc.sql(SELECT + """
                and line_id = :line
                and stage_name not in ('NotCharged', 'Refunded', 'RefundFailed', 'Returned')
                and (segment = :segment
                     or stage_name not in ('Renewed', 'Refunding', 'Kept', 'Owed'))
                order by segment = :segment desc
                limit 1""")
                .param("account", account.value())
                .param("line", line.value())
                .param("segment", segment)
                .query(this::stored)
                .optional();
    }

    List<Stored> recent(AccountId account, int limit) {
        return jdbc.sql(SELECT + "order by created_at desc, renewal_id limit :limit")
                .param("account", account.value())
                .param("limit", limit)
                .query(this::stored)
                .list();
    }

    List<Stored> ofLine(AccountId account, LineId line, int limit) {
        return jdbc.sql(SELECT + "and line_id = :line order by created_at desc, renewal_id limit :limit")
                .param("account", account.value())
                .param("line", line.value())
                .param("limit", limit)
                .query(this::stored)
                .list();
    }

    List<Stored> unfinished(AccountId account) {
        return jdbc.sql(SELECT + "and stage_name not in " + FINISHED + " order by created_at desc, renewal_id")
                .param("account", account.value())
                .query(this::stored)
                .list();
    }

    List<Passage> history(AccountId account, RenewalId id) {
        return jdbc.sql("""
                select stage_name, cause, at from renewal_history
                 where account_id = :account and renewal_id = :renewal order by version""")
                .param("account", account.value())
                .param("renewal", id.value())
                .query((row, n) -> passage(row))
                .list();
    }

    Map<RenewalId, List<Passage>> histories(AccountId account, Collection<RenewalId> ids) {
        record Row(RenewalId renewal, Passage passage) {}
        return jdbc
                .sql("""
                select renewal_id, stage_name, cause, at from renewal_history
                 where account_id = :account and renewal_id in (:renewals) order by version""")
                .param("account", account.value())
                .param("renewals", ids.stream().map(RenewalId::value).toList())
                .query((row, n) -> new Row(new RenewalId(row.getObject("renewal_id", UUID.class)), passage(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::renewal, Collectors.mapping(Row::passage, Collectors.toList())));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                row.getString("stage_name"),
                row.getString("cause"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private Stored stored(ResultSet row, int n) throws SQLException {
        var terms = json.read(Terms.class, row.getString("terms"));
        var stage = json.read(Stage.class, row.getString("stage"));
        return new Stored(new Renewal(terms, stage), row.getLong("version"));
    }

    private static String name(Stage stage) {
        return stage.getClass().getSimpleName();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
