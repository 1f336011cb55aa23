package dev.keepline.renewal.postgres;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Certificate;
import dev.keepline.renewal.ProofCode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of proofs that were given out. */
public final class CertificateRows {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RenewalJson json = new RenewalJson();

    public CertificateRows(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Whose proof a code is. */
    public record Owner(AccountId account, RenewalId renewal) {}

    public Optional<Certificate> find(AccountId account, RenewalId renewal) {
        return transactions.inAccount(account, () -> one(account, renewal));
    }

    /** Whom a code leads to. What it leads to must bear the code: one given out at the same time as another is void. */
    public Optional<Owner> owner(ProofCode code) {
        return transactions.outsideAccounts(() -> jdbc.sql(
                        "select account_id, renewal_id from proof_code where code = :code")
                .param("code", code.letters())
                .query((row, n) -> new Owner(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new RenewalId(row.getObject("renewal_id", UUID.class))))
                .optional());
    }

    /**
     * Keeps the proof, unless one is kept already.
     *
     * @return the one that is kept
     */
    public Certificate keep(AccountId account, Certificate fresh) {
        transactions.outsideAccounts(() -> jdbc.sql(
                        "insert into proof_code (code, account_id, renewal_id) values (:code, :account, :renewal)")
                .param("code", fresh.code().letters())
                .param("account", account.value())
                .param("renewal", fresh.renewal().value())
                .update());
        return transactions.inAccount(account, () -> {
            insert(account, fresh);
            return one(account, fresh.renewal()).orElseThrow();
        });
    }

    private void insert(AccountId account, Certificate fresh) {
        jdbc.sql("""
                insert into renewal_proof (account_id, renewal_id, code, body, issued_at)
                values (:account, :renewal, :code, :body::jsonb, :at)
                on conflict do nothing""")
                .param("account", account.value())
                .param("renewal", fresh.renewal().value())
                .param("code", fresh.code().letters())
                .param("body", json.write(fresh.facts()))
                .param("at", fresh.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Certificate> one(AccountId account, RenewalId renewal) {
        return jdbc.sql("""
                select code, body, issued_at from renewal_proof
                 where account_id = :account and renewal_id = :renewal""")
                .param("account", account.value())
                .param("renewal", renewal.value())
                .query((row, n) -> new Certificate(
                        renewal,
                        new ProofCode(row.getString("code")),
                        json.read(Certificate.Facts.class, row.getString("body")),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
