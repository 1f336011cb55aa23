package dev.keepline.renewal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keepline.database.PostgresTest;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.Lease;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.JournalEntry;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.ledger.Transfer;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.renewal.Answer;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.Notice;
import dev.keepline.renewal.engine.RenewalRules;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.RenewalStore.Stored;
import dev.keepline.renewal.engine.RenewalStoreContract;
import dev.keepline.renewal.engine.Sample;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The store of production, on a real PostgreSQL with the application's own rights. */
class PostgresRenewalStoreTest extends RenewalStoreContract {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private final StoreDesk desk = new StoreDesk(postgres);

    @Test
    void fault_21_of_many_devices_that_begin_at_once_one_begins() {
        var first = Sample.terms();
        prepare(first);
        var line = first.subject().line();
        var beginnings = Stream.generate(() -> Sample.terms(first.account(), line, 1))
                .limit(8)
                .map(terms -> CompletableFuture.supplyAsync(
                        () -> desk.store.begin(terms, RenewalRules.begin(terms, Sample.T0.plusSeconds(1_860)))))
                .toList();
        var results = beginnings.stream().map(CompletableFuture::join).toList();
        assertThat(Collections.frequency(results, Committed.OK)).isEqualTo(1);
        assertThat(Collections.frequency(results, Committed.DUPLICATE)).isEqualTo(7);
    }

    @Test
    void what_was_answered_is_committed_with_the_decision_on_it_and_a_reference_once_said_is_kept() {
        var terms = Sample.terms();
        prepare(terms);
        desk.store.begin(terms, RenewalRules.begin(terms, Sample.T0.plusSeconds(1_860)));
        var claim = claim(terms.job()).orElseThrow();
        var call = new Call.ReadPayment("stripe", Sample.PAYMENT);
        commit(claim, there(terms), call, new Outcome.Accepted<>("pi\u0000-1", Sample.T0));
        var before = there(terms);
        commit(claim, before, call, new Outcome.Unknown<>("no\nanswer"));
        commit(claim, before, call, new Outcome.Unknown<>("stale"));

        assertThat(desk.answers.answers(terms.account(), terms.id()))
                .extracting(Dossier.Answered::question, Dossier.Answered::answer)
                .containsExactly(tuple("ReadPayment", new Answer("UNKNOWN", "no answer", "pi -1")));
    }

    private Stored there(Terms terms) {
        return desk.store.load(terms.account(), terms.id()).orElseThrow();
    }

    private void commit(Claim claim, Stored before, Call call, Outcome<PaymentRecord> said) {
        var stage = before.renewal().stage();
        var decision = new Decision(stage, Decision.Effects.NONE, Optional.of(call), Optional.empty());
        desk.store.commit(claim, before, decision, Cause.answer(new Signal.PaymentRead(said), call), Sample.T0);
    }

    @Override
    protected RenewalStore store() {
        return desk.store;
    }

    @Override
    protected void prepare(Terms terms) {
        desk.prepare(terms);
    }

    @Override
    protected Optional<Claim> claim(WakeRef job) {
        boolean due = postgres.jdbc()
                        .sql("""
                        select count(*) from job
                         where account_id = ? and kind = ? and key = ? and due_at <= now()
                        """)
                        .params(List.of(job.account().value(), job.kind(), job.key()))
                        .query(Integer.class)
                        .single()
                > 0;
        return due ? desk.work.leases.claim(job, Duration.ofMinutes(10)).map(Lease::claim) : Optional.empty();
    }

    @Override
    protected void wake(WakeRef job) {
        desk.work.jobs.wake(job);
    }

    @Override
    protected void endLease(WakeRef job) {
        postgres.owner()
                .sql("update job set leased_until = '-infinity' where account_id = ? and key = ?")
                .params(List.of(job.account().value(), job.key()))
                .update();
    }

    @Override
    protected Instant now() {
        return postgres.jdbc()
                .sql("select now()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    protected Optional<String> plan(Terms terms) {
        return texts(
                        "select offering from line where account_id = ? and line_id = ? and offering is not null",
                        terms.subject().line().value(),
                        terms)
                .findAny();
    }

    @Override
    protected Seen seen(Terms terms) {
        var account = terms.account();
        return new Seen(
                entries(account),
                desk.journal
                        .balance(account, LedgerAccount.CUSTOMER_HOLD, Money.USD)
                        .minor(),
                told(terms),
                openCases(terms),
                lineHas(terms));
    }

    private List<JournalEntry> entries(AccountId account) {
        return postgres.jdbc()
                .sql(
                        "select entry_id, template, reference from journal_entry where account_id = ? order by recorded_at")
                .param(account.value())
                .query((row, n) -> new JournalEntry(
                        row.getString("template"),
                        row.getString("reference"),
                        transfers(account, row.getObject("entry_id", UUID.class))))
                .list();
    }

    private static List<Transfer> transfers(AccountId account, UUID entry) {
        return postgres.jdbc()
                .sql("select * from transfer where account_id = ? and entry_id = ? order by n")
                .params(List.of(account.value(), entry))
                .query((row, n) -> new Transfer(
                        new LedgerAccount(row.getString("debit")),
                        new LedgerAccount(row.getString("credit")),
                        new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency")))))
                .list();
    }

    private static Set<Notice> told(Terms terms) {
        return texts(
                        "select kind from message where account_id = ? and reference = ?",
                        terms.id().toString(),
                        terms)
                .map(kind -> Notice.valueOf(kind.replace("renewal.", "").toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static Set<CaseKind> openCases(Terms terms) {
        var sql = "select kind from support_case where account_id = ? and renewal_id = ? and closed_at is null";
        return texts(sql, terms.id().value(), terms).map(CaseKind::valueOf).collect(Collectors.toSet());
    }

    private static boolean lineHas(Terms terms) {
        var sql = "select 'has' from line_segment where account_id = ? and renewal_id = ? and revoked_at is null";
        return texts(sql, terms.id().value(), terms).findAny().isPresent();
    }

    private static Stream<String> texts(String sql, Object about, Terms terms) {
        return postgres
                .jdbc()
                .sql(sql)
                .params(List.of(terms.account().value(), about))
                .query((row, n) -> row.getString(1))
                .list()
                .stream();
    }
}
