package dev.keepline.imports.store;

import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.imports.ImportId;
import dev.keepline.imports.ImportedLine;
import dev.keepline.imports.Invitation;
import dev.keepline.imports.Invitations;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.lines.NewLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations, and the imported lines they open. Runs inside the caller's transaction of the operator's own account. */
@Repository
public class InvitationRows {

    private static final String LIVE = "i.account_id = :operator and i.used_at is null and i.expires_at > :now";

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> uninvited(AccountId operator, ImportId file, Instant now, int most) {
        return jdbc.sql("""
                select distinct l.email from imported_line l
                 where l.import_id = :import and l.claimed_at is null
                   and not exists (select from line_invitation i where i.email = l.email and\s""" + LIVE + """
                )
                 limit :most""")
                .param("import", file.value())
                .param("operator", operator.value())
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, n) -> row.getString(1))
                .list();
    }

    public Invitations.Counts progress(AccountId operator, ImportId file, Instant now) {
        return jdbc.sql("""
                select count(distinct l.email) filter (where l.claimed_at is null and i.email is null),
                       count(distinct l.email) filter (where l.claimed_at is null and not i.refused),
                       count(distinct l.email) filter (where l.claimed_at is null and i.refused),
                       count(*) filter (where l.claimed_at is not null)
                  from imported_line l
                  left join (select distinct on (i.email) i.email, t.refused_at is not null as refused
                               from line_invitation i
                               left join letter t on t.account_id = i.account_id and t.key = 'invite/' || i.token_hash
                              where\s""" + LIVE + """
                              order by i.email, i.sent_at desc) i on i.email = l.email
                 where l.import_id = :import""")
                .param("import", file.value())
                .param("operator", operator.value())
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Invitations.Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    /** What waits to be claimed under this address. */
    public Waiting waiting(String email) {
        return jdbc.sql("""
                select count(*), min(language) from imported_line where email = :email and claimed_at is null""")
                .param("email", email)
                .query((row, n) -> new Waiting(row.getInt(1), Optional.ofNullable(row.getString(2))))
                .single();
    }

    /** @param language the holder is written to, where a file said it */
    public record Waiting(int lines, Optional<String> language) {}

    /** Former invitations of this address end now. */
    public void replace(AccountId operator, String email, Instant now) {
        jdbc.sql("update line_invitation i set expires_at = :now where i.email = :email and " + LIVE)
                .param("operator", operator.value())
                .param("email", email)
                .param("now", Timestamp.from(now))
                .update();
    }

    public void insert(AccountId operator, String hash, String email, Instant now, Instant expires) {
        jdbc.sql("""
                insert into line_invitation (account_id, token_hash, email, sent_at, expires_at)
                values (:operator, :hash, :email, :now, :expires)""")
                .param("operator", operator.value())
                .param("hash", hash)
                .param("email", email)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** An invitation that can be used or was used, with the lines that wait under its address. */
    public Optional<Invitation> find(AccountId operator, String hash, Instant now) {
        return jdbc.sql("""
                select email, expires_at, used_by from line_invitation
                 where account_id = :operator and token_hash = :hash and (used_at is not null or expires_at > :now)""")
                .param("operator", operator.value())
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Invitation(
                        row.getString("email"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("used_by", UUID.class))
                                .map(AccountId::new),
                        List.of()))
                .optional()
                .map(found -> new Invitation(found.email(), found.expiresAt(), found.usedBy(), lines(found.email())));
    }

    private List<ImportedLine> lines(String email) {
        return jdbc.sql("select * from imported_line where email = :email and claimed_at is null order by reference")
                .param("email", email)
                .query(InvitationRows::line)
                .list();
    }

    /** Uses an invitation once, and gives its lines to the account; again for the same account it changes nothing. */
    public boolean use(AccountId operator, String hash, AccountId account, Instant now) {
        var used = jdbc.sql("""
                update line_invitation set used_by = :account, used_at = :now
                 where account_id = :operator and token_hash = :hash and used_at is null and expires_at > :now
                returning email""")
                .param("operator", operator.value())
                .param("hash", hash)
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .query((row, n) -> row.getString(1))
                .optional();
        used.ifPresent(email -> jdbc.sql("""
                        update imported_line set claimed_by = :account, claimed_at = :now
                         where email = :email and claimed_at is null""")
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .param("email", email)
                .update());
        return used.isPresent() || usedBy(operator, hash).equals(Optional.of(account));
    }

    private Optional<AccountId> usedBy(AccountId operator, String hash) {
        return jdbc.sql("""
                select used_by from line_invitation
                 where account_id = :operator and token_hash = :hash and used_at is not null""")
                .param("operator", operator.value())
                .param("hash", hash)
                .query((row, n) -> new AccountId(row.getObject("used_by", UUID.class)))
                .optional();
    }

    public List<ImportedLine> claimedBy(AccountId account) {
        return jdbc.sql("select * from imported_line where claimed_by = :account")
                .param("account", account.value())
                .query(InvitationRows::line)
                .list();
    }

    private static ImportedLine line(ResultSet row, int n) throws SQLException {
        var identity = new Line.Identity(
                row.getString("carrier"),
                row.getString("label"),
                Optional.ofNullable(row.getString("msisdn")).map(Msisdn::new),
                Optional.ofNullable(row.getString("iccid")).map(Iccid::new),
                Management.MANAGED);
        var home = new Line.Home(
                new PlaceOfUse(row.getString("state"), row.getString("zip")), ZoneId.of(row.getString("zone")));
        LocalDate told = row.getObject("told_ends_on", LocalDate.class);
        OffsetDateTime toldAt = row.getObject("told_at", OffsetDateTime.class);
        return new ImportedLine(
                new LineId(row.getObject("line_id", UUID.class)),
                new NewLine(identity, home, Optional.ofNullable(row.getString("offering")), Optional.empty()),
                told == null || toldAt == null
                        ? Optional.empty()
                        : Optional.of(new Line.Dated(told, toldAt.toInstant())));
    }
}
