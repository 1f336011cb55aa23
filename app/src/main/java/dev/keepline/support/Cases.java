package dev.keepline.support;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.CaseId;
import dev.keepline.kernel.RenewalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Cases: opened once per matter, listed until they are closed, kept for ever. */
@Service
public class Cases {

    private static final int PAGE = 500;
    private static final String NOBODY = "operator";

    private static final String CLOSED = """
            select account_id, case_id, renewal_id, kind, facts, opened_at, owner, closed_at, resolution
              from support_case where closed_at is not null""";

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public Cases(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Opens a case, in the caller's transaction where there is one.
     *
     * @return false when one of that kind about that renewal is open already
     */
    public boolean open(AccountId account, Optional<RenewalId> renewal, String kind, String facts, Instant now) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                        insert into support_case (account_id, renewal_id, kind, facts, opened_at)
                        values (:account, :renewal, :kind, :facts, :now)
                        on conflict (account_id, renewal_id, kind) where closed_at is null do nothing
                        """)
                                .param("account", account.value())
                                .param("renewal", renewal.map(RenewalId::value).orElse(null))
                                .param("kind", kind)
                                .param("facts", facts)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update()
                        > 0);
    }

    /** The open cases of one account, oldest first. */
    public List<SupportCase> open(AccountId account) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                select account_id, case_id, renewal_id, kind, facts, opened_at, owner from support_case
                 where account_id = :account and closed_at is null
                 order by opened_at, case_id
                """)
                        .param("account", account.value())
                        .query(Cases::row)
                        .list());
    }

    /** The open cases of all accounts on this server that waited longest: a report, not part of any account's work. */
    public List<SupportCase> longestOpen(int limit) {
        return transactions.outsideAccounts(
                () -> jdbc.sql("""
                select account_id, case_id, renewal_id, kind, facts, opened_at, owner from support_case
                 where closed_at is null
                 order by opened_at, account_id, case_id limit :limit
                """).param("limit", limit).query(Cases::row).list());
    }

    /** Every open case of all accounts on this server, in bounded pages. */
    void each(Consumer<SupportCase> work) {
        var nothing = new UUID(0, 0);
        var page = page(nothing, nothing);
        while (!page.isEmpty()) {
            page.forEach(work);
            page = page(page.getLast().account().value(), page.getLast().id().value());
        }
    }

    private List<SupportCase> page(UUID account, UUID id) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, case_id, renewal_id, kind, facts, opened_at, owner from support_case
                 where (account_id, case_id) > (:account, :case) and closed_at is null
                 order by account_id, case_id limit :limit
                """)
                .param("account", account)
                .param("case", id)
                .param("limit", PAGE)
                .query(Cases::row)
                .list());
    }

    /** A case that is over: when and how it ended. */
    public record Closed(SupportCase one, Instant at, String how) {}

    /** One that is over. */
    public Optional<Closed> closed(AccountId account, CaseId id) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql(CLOSED + " and account_id = :account and case_id = :case")
                        .param("account", account.value())
                        .param("case", id.value())
                        .query(Cases::closedRow)
                        .optional());
    }

    /** Those of all accounts on this server that ended last: a report, not part of any account's work. */
    public List<Closed> lastClosed(int limit) {
        return transactions.outsideAccounts(
                () -> jdbc.sql(CLOSED + " order by closed_at desc, account_id, case_id limit :limit")
                        .param("limit", limit)
                        .query(Cases::closedRow)
                        .list());
    }

    /**
     * Gives an open case to a person of staff. One that a colleague has stays with the colleague.
     *
     * @return false when it is not there, closed, or somebody else's
     */
    public boolean take(AccountId account, CaseId id, AccountId staff) {
        return own(account, id, staff.toString(), staff);
    }

    /**
     * Gives an open case that a colleague has to another person of staff: colleagues fall ill.
     *
     * @param from who had it when that was decided
     * @return false when it is not there, closed, or has gone to somebody else meanwhile
     */
    public boolean takeOver(AccountId account, CaseId id, AccountId staff, AccountId from) {
        return own(account, id, staff.toString(), from);
    }

    /**
     * Gives back to everybody what this person has.
     *
     * @return false when it is not there, closed, or somebody else's
     */
    public boolean leave(AccountId account, CaseId id, AccountId staff) {
        return own(account, id, NOBODY, staff);
    }

    private boolean own(AccountId account, CaseId id, String owner, AccountId from) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                        update support_case set owner = :owner
                         where account_id = :account and case_id = :case and closed_at is null
                           and (owner = :from or owner !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
                        """)
                                .param("account", account.value())
                                .param("case", id.value())
                                .param("owner", owner)
                                .param("from", from.toString())
                                .update()
                        > 0);
    }

    /**
     * Closes a case.
     *
     * @param resolution how it ended, for whoever asks later
     * @return false when it is not there or closed already
     */
    public boolean close(AccountId account, CaseId id, String resolution, Instant now) {
        if (resolution.isBlank()) {
            throw new IllegalArgumentException("a case is closed with a reason");
        }
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                        update support_case set closed_at = :now, resolution = :resolution
                         where account_id = :account and case_id = :case and closed_at is null
                        """)
                                .param("account", account.value())
                                .param("case", id.value())
                                .param("resolution", resolution)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update()
                        > 0);
    }

    private static Closed closedRow(ResultSet row, int number) throws SQLException {
        return new Closed(
                row(row, number),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("resolution"));
    }

    private static SupportCase row(ResultSet row, int number) throws SQLException {
        return new SupportCase(
                new AccountId(row.getObject("account_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getObject("renewal_id", UUID.class)).map(RenewalId::new),
                row.getString("kind"),
                row.getString("facts"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("owner"));
    }
}
