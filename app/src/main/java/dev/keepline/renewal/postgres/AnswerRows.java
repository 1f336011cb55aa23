package dev.keepline.renewal.postgres;

import dev.keepline.database.Transactions;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Answer;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.outside.AnswerRules;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last answer to each question of a renewal, and the commands it sent. */
public final class AnswerRows {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    public AnswerRows(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Keeps what was answered, in the caller's transaction where there is one. */
    public void keep(WakeRef job, Call question, Signal said, Instant at) {
        AnswerRules.of(said).ifPresent(answer -> keep(job, question.getClass().getSimpleName(), answer, at));
    }

    /** A reference that was said once is kept when a later answer says none. */
    private void keep(WakeRef job, String question, Answer answer, Instant at) {
        transactions.oneStatement(
                job.account(),
                () -> jdbc.sql("""
                        insert into outside_answer (account_id, renewal_id, question, outcome, said, reference, at)
                        values (:account, cast(:renewal as uuid), :question, :outcome, :said, :reference, :at)
                        on conflict (account_id, renewal_id, question) do update
                           set outcome = excluded.outcome, said = excluded.said, at = excluded.at,
                               reference = coalesce(nullif(excluded.reference, ''), outside_answer.reference)""")
                        .param("account", job.account().value())
                        .param("renewal", job.key())
                        .param("question", question)
                        .param("outcome", answer.outcome())
                        .param("said", answer.said())
                        .param("reference", answer.reference())
                        .param("at", Timestamp.from(at))
                        .update());
    }

    /** The newest first. */
    public List<Dossier.Answered> answers(AccountId account, RenewalId id) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                        select question, outcome, said, reference, at from outside_answer
                         where account_id = :account and renewal_id = :renewal order by at desc, question""")
                        .param("account", account.value())
                        .param("renewal", id.value())
                        .query((row, n) -> new Dossier.Answered(
                                row.getString("question"),
                                new Answer(row.getString("outcome"), row.getString("said"), row.getString("reference")),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** In the order of their first sending. */
    public List<Dossier.Sent> sent(AccountId account, RenewalId id) {
        return transactions.inAccount(
                account,
                () -> jdbc.sql("""
                        select command, request_id, sends, first_at, last_at from outside_call
                         where account_id = :account and renewal_id = :renewal order by first_at, request_id""")
                        .param("account", account.value())
                        .param("renewal", id.value())
                        .query((row, n) -> new Dossier.Sent(
                                row.getString("command"),
                                row.getString("request_id"),
                                row.getInt("sends"),
                                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                                row.getObject("last_at", OffsetDateTime.class).toInstant()))
                        .list());
    }
}
