package dev.keepline.renewal;

import dev.keepline.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How many renewals stand where, for whoever watches: across accounts, at the cost of those under way and no others. */
@Service
public class RenewalFigures {

    /** As long before its end a hold needs a person (architecture: a case is open by then). */
    public static final Duration NEAR_ITS_END = Duration.ofHours(24);

    /** In the words of the index {@code renewal_under_way}, which then holds nothing else. */
    private static final String UNDER_WAY =
            "r.stage_name not in ('Renewed', 'Refunding', 'RefundFailed', 'Returned', 'Kept', 'Owed', 'NotCharged', 'Refunded')";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;

    public RenewalFigures(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** So many renewals of lines of a carrier stand in a stage. */
    public record Count(String stage, String carrier, long renewals) {}

    /**
     * At one moment.
     *
     * @param oldestUnknown age of the oldest order of which we do not know what became; empty when there is none
     * @param holdsNearEnd holds that end within {@link #NEAR_ITS_END}, those that have ended included
     * @param nextHoldEnds until the next hold ends, below zero when one has; empty when nothing is held
     */
    public record Figures(
            List<Count> counts, Optional<Duration> oldestUnknown, long holdsNearEnd, Optional<Duration> nextHoldEnds) {}

    /** Counts now. */
    public Figures read() {
        var now = clock.instant();
        return transactions.outsideAccounts(() -> {
            var counts = jdbc.sql("select r.stage_name, l.carrier, count(*) as n from renewal r"
                            + " join line l on l.account_id = r.account_id and l.line_id = r.line_id where " + UNDER_WAY
                            + " group by r.stage_name, l.carrier")
                    .query((row, n) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                    .list();
            return jdbc.sql("""
                    select min(cast(r.stage -> 'sent' ->> 'firstAt' as timestamptz))
                             filter (where r.stage_name in ('Ordering', 'Asking')) as unknown_since,
                           min(cast(r.stage -> 'hold' ->> 'captureBefore' as timestamptz)) as next_end,
                           count(*) filter (where cast(r.stage -> 'hold' ->> 'captureBefore' as timestamptz) <= :near) as near
                      from renewal r
                     where\s""" + UNDER_WAY)
                    .param("near", now.plus(NEAR_ITS_END).atOffset(ZoneOffset.UTC))
                    .query((row, n) -> new Figures(
                            counts,
                            moment(row, "unknown_since").map(at -> Duration.between(at, now)),
                            row.getLong("near"),
                            moment(row, "next_end").map(at -> Duration.between(now, at))))
                    .single();
        });
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
