package dev.keepline.identity.store;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.LetterLanguage;
import dev.keepline.identity.NewAccount;
import dev.keepline.identity.Recipient;
import dev.keepline.identity.StaffAccounts;
import dev.keepline.kernel.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is stored of an account. Runs inside the caller's transaction of that account. */
@Repository
public class AccountRows {

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(NewAccount fresh, String passwordHash, Instant now) {
        var account = fresh.id().value();
        jdbc.sql("insert into account (account_id, created_at) values (:account, :now)")
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                insert into account_profile (account_id, name, email, language, zone)
                values (:account, :name, :email, :language, :zone)""")
                .param("account", account)
                .param("name", fresh.name())
                .param("email", fresh.email().value())
                .param("language", fresh.language())
                .param("zone", fresh.zone().getId())
                .update();
        jdbc.sql("insert into account_password (account_id, hash, changed_at) values (:account, :hash, :now)")
                .param("account", account)
                .param("hash", passwordHash)
                .param("now", Timestamp.from(now))
                .update();
    }

    public Optional<CurrentAccount> find(AccountId account) {
        return jdbc.sql("""
                select p.name, p.page_language, p.zone, s.account_id is not null as staff
                  from account_profile p
                  left join staff_member s on s.account_id = p.account_id
                 where p.account_id = :account""")
                .param("account", account.value())
                .query((row, n) -> new CurrentAccount(
                        account,
                        row.getString("name"),
                        Optional.ofNullable(row.getString("page_language")),
                        ZoneId.of(row.getString("zone")),
                        row.getBoolean("staff")))
                .optional();
    }

    public Optional<Recipient> recipient(AccountId account) {
        return jdbc.sql("""
                select email, language from account_profile where account_id = :account and email is not null""")
                .param("account", account.value())
                .query((row, n) ->
                        new Recipient(account, new EmailAddress(row.getString("email")), row.getString("language")))
                .optional();
    }

    public void updateEmail(AccountId account, EmailAddress email) {
        jdbc.sql("update account_profile set email = :email where account_id = :account")
                .param("account", account.value())
                .param("email", email.value())
                .update();
    }

    public void updatePerson(AccountId account, String name, ZoneId zone) {
        jdbc.sql("update account_profile set name = :name, zone = :zone where account_id = :account")
                .param("account", account.value())
                .param("name", name)
                .param("zone", zone.getId())
                .update();
    }

    /** Nobody signs in any more. */
    public void deletePassword(AccountId account) {
        jdbc.sql("delete from account_password where account_id = :account")
                .param("account", account.value())
                .update();
    }

    /** Everything that tells who the account was. */
    public void erase(AccountId account) {
        for (var table : List.of(
                "account_profile", "account_password", "staff_member", "account_link", "account_request", "message")) {
            jdbc.sql("delete from " + table + " where account_id = :account")
                    .param("account", account.value())
                    .update();
        }
    }

    /** The present one joins the few former ones that are remembered. */
    public void updatePassword(AccountId account, String hash, Instant now) {
        jdbc.sql("""
                update account_password
                   set hash = :hash, changed_at = :now, former = trim_array(array_prepend(hash, former), greatest(cardinality(former) - 2, 0))
                 where account_id = :account""")
                .param("account", account.value())
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .update();
    }

    public Optional<String> passwordHash(AccountId account) {
        return jdbc.sql("select hash from account_password where account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    /** The digests of the present password and the few before it. */
    public List<String> passwordHashes(AccountId account) {
        return jdbc.sql("select unnest(array_prepend(hash, former)) from account_password where account_id = :account")
                .param("account", account.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    public void insertStaff(AccountId account, Instant now) {
        jdbc.sql("""
                insert into staff_member (account_id, granted_at) values (:account, :now)
                on conflict (account_id) do nothing""")
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    public void deleteStaff(AccountId account) {
        jdbc.sql("delete from staff_member where account_id = :account")
                .param("account", account.value())
                .update();
    }

    /** Of all accounts on this server: a report, not part of any account's work. */
    public List<StaffAccounts.Member> staff() {
        return jdbc.sql("""
                select s.account_id, s.granted_at, p.email from staff_member s
                  left join account_profile p on p.account_id = s.account_id
                 order by s.granted_at, s.account_id""")
                .query((row, n) -> new StaffAccounts.Member(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        Optional.ofNullable(row.getString("email")).map(EmailAddress::new),
                        row.getTimestamp("granted_at").toInstant()))
                .list();
    }

    /** Pages, and letters as long as they follow them. */
    public void updateLanguage(AccountId account, String tag) {
        jdbc.sql("""
                update account_profile
                   set page_language = :tag, language = case when letters_follow_pages then :tag else language end
                 where account_id = :account
                   and (page_language is distinct from :tag or letters_follow_pages and language <> :tag)""").param("account", account.value()).param("tag", tag).update();
    }

    public Optional<LetterLanguage> letters(AccountId account) {
        return jdbc.sql("select language, letters_follow_pages from account_profile where account_id = :account")
                .param("account", account.value())
                .query((row, n) ->
                        new LetterLanguage(row.getString("language"), row.getBoolean("letters_follow_pages")))
                .optional();
    }

    public void updateLetters(AccountId account, LetterLanguage letters) {
        jdbc.sql("""
                update account_profile set language = :tag, letters_follow_pages = :follows where account_id = :account""")
                .param("account", account.value())
                .param("tag", letters.tag())
                .param("follows", letters.followsPages())
                .update();
    }
}
