package dev.keepline.support;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.Letter;
import dev.keepline.notifications.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is new for the operator's staff, and what each of them was told of it by e-mail: the same thing never twice. */
@Service
public class Digests {

    /** More than this waits for the next letter: then nobody reads single lines anyway. */
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Outbox outbox;

    public Digests(JdbcClient jdbc, Transactions transactions, Outbox outbox) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** What it is. */
    public enum Kind {
        CASE,
        QUESTION
    }

    /**
     * Something that waits for the operator.
     *
     * @param account whose it is
     * @param place the id of the case or the conversation
     * @param matter by which it is known whether somebody was told: a reply is another matter than the question
     * @param what the kind of the case; empty for a question
     */
    public record Matter(Kind kind, AccountId account, UUID place, UUID matter, String what, Instant at) {}

    /** What waits and this person was not told of, the oldest first. A report, not part of any account's work. */
    public List<Matter> untold(AccountId staff) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select * from (
                    select 'CASE' as kind, c.account_id, c.case_id as place, c.case_id as matter, c.kind as what,
                           c.opened_at as at
                      from support_case c
                     where c.closed_at is null
                    union all
                    select 'QUESTION', v.account_id, v.conversation_id, e.entry_id, '', e.written_at
                      from conversation v
                      cross join lateral (
                           select entry_id, written_at from conversation_entry e
                            where e.account_id = v.account_id and e.conversation_id = v.conversation_id
                              and e.author = 'SUBSCRIBER'
                            order by written_at desc, entry_id limit 1) e
                     where v.state = 'OPEN') waiting
                 where not exists (select from staff_digest d where d.account_id = :staff and d.matter_id = matter)
                 order by at, matter limit :most
                """)
                .param("staff", staff.value())
                .param("most", MOST)
                .query(Digests::row)
                .list());
    }

    /** When this person got the last letter. */
    public Optional<Instant> lastAt(AccountId staff) {
        return transactions.inAccount(
                staff,
                () -> jdbc.sql("select max(sent_at) from staff_digest where account_id = :staff")
                        .param("staff", staff.value())
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant))
                        .single());
    }

    /** Sends the letter and remembers what it tells of, both or neither. */
    public void tell(AccountId staff, List<Matter> matters, Letter letter, Instant now) {
        transactions.inAccount(staff, () -> {
            matters.forEach(matter -> remember(staff, matter, now));
            outbox.send(staff, "digest/" + matters.getFirst().matter(), letter, now);
        });
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else told it at this moment */
    private void remember(AccountId staff, Matter matter, Instant now) {
        jdbc.sql("insert into staff_digest (account_id, matter_id, sent_at) values (:staff, :matter, :now)")
                .param("staff", staff.value())
                .param("matter", matter.matter())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Erases what somebody was told, of an account that is deleted. */
    public void forget(AccountId staff) {
        transactions.inAccount(staff, () -> {
            jdbc.sql("delete from staff_digest where account_id = :staff")
                    .param("staff", staff.value())
                    .update();
        });
    }

    private static Matter row(ResultSet row, int n) throws SQLException {
        return new Matter(
                Kind.valueOf(row.getString("kind")),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("place", UUID.class),
                row.getObject("matter", UUID.class),
                row.getString("what"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
