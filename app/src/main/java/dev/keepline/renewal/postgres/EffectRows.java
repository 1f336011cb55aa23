package dev.keepline.renewal.postgres;

import dev.keepline.jobs.Jobs;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Journal;
import dev.keepline.lines.Bought;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.RenewalNotice;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.CaseOpening;
import dev.keepline.renewal.engine.Decision.LineEffect;
import dev.keepline.renewal.engine.Decision.Notice;
import dev.keepline.renewal.engine.Evidence;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.trace.Traces;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a decision writes beside the renewal itself. Runs inside the caller's transaction. */
public final class EffectRows {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Lines lines;
    private final Jobs jobs;

    public EffectRows(JdbcClient jdbc, Journal journal, Lines lines, Jobs jobs) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.lines = lines;
        this.jobs = jobs;
    }

    /** Of a renewal that begins: its first command is intended here and sent by its job. */
    void begin(Terms terms, Decision first, Instant now) {
        write(terms, first, now, 0);
    }

    /** Of a step whose command is sent as soon as it is committed. */
    void write(Terms terms, Decision decision, Instant now) {
        write(terms, decision, now, 1);
    }

    private void write(Terms terms, Decision decision, Instant now, int sends) {
        var effects = decision.effects();
        journal.book(terms.account(), Optional.of(terms.id()), effects.entries(), now);
        effects.notices().forEach(notice -> tell(terms, notice, now));
        effects.cases().forEach(opening -> open(terms.account(), terms.id(), opening, now));
        effects.settled().forEach(kind -> settle(terms, kind, now));
        effects.line().ifPresent(effect -> line(terms, effect, now));
        if (decision.call().orElse(null) instanceof Call.Command command) {
            intend(terms, command, now, sends);
        }
    }

    /** The command's row, before it is sent. The same command of the same renewal may be sent again, never another's. */
    private void intend(Terms terms, Call.Command command, Instant now, int sends) {
        int rows = jdbc.sql("""
                insert into outside_call (account_id, request_id, renewal_id, command, sends, first_at, last_at,
                                          trace)
                values (:account, :request, :renewal, :command, :sends, :at, :at, :trace)
                on conflict (account_id, request_id) do update
                   set sends = outside_call.sends + 1, last_at = excluded.last_at
                 where outside_call.renewal_id = excluded.renewal_id
                   and outside_call.command = excluded.command""")
                .param("account", terms.account().value())
                .param("request", command.id().value())
                .param("renewal", terms.id().value())
                .param("command", command.getClass().getSimpleName())
                .param("sends", sends)
                .param("trace", Traces.currentHex())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        if (rows == 0) {
            throw new IllegalStateException("another command has the id " + command.id());
        }
    }

    private void tell(Terms terms, Notice notice, Instant now) {
        var telling = RenewalNotice.of(terms.id(), notice);
        jobs.scheduleNow(telling.job(terms.account()));
        jdbc.sql("""
                insert into message (account_id, kind, reference, created_at)
                values (:account, :kind, :reference, :at)
                on conflict (account_id, kind, reference) do nothing""")
                .param("account", terms.account().value())
                .param("kind", "renewal." + telling.kind())
                .param("reference", terms.id().toString())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Opens a case about a renewal, unless one of that kind is open. */
    public void open(AccountId account, RenewalId renewal, CaseOpening opening, Instant now) {
        jdbc.sql("""
                insert into support_case (account_id, renewal_id, kind, facts, opened_at)
                values (:account, :renewal, :kind, :facts, :at)
                on conflict (account_id, renewal_id, kind) where closed_at is null do nothing""")
                .param("account", account.value())
                .param("renewal", renewal.value())
                .param("kind", opening.kind().name())
                .param("facts", opening.facts())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void settle(Terms terms, CaseKind kind, Instant now) {
        jdbc.sql("""
                update support_case set closed_at = :at, resolution = 'by itself: the gateway says that the refund went out'
                 where account_id = :account and renewal_id = :renewal and kind = :kind and closed_at is null""")
                .param("account", terms.account().value())
                .param("renewal", terms.id().value())
                .param("kind", kind.name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void line(Terms terms, LineEffect effect, Instant now) {
        var subject = terms.subject();
        switch (effect) {
            case LineEffect.Append(var evidence) -> lines.append(terms.account(), bought(terms, evidence), now);
            case LineEffect.Seen(var snapshot) -> lines.read(terms.account(), subject.line(), snapshot);
            case LineEffect.Revoke(var evidence) -> lines.revoke(terms.account(), bought(terms, evidence), now);
        }
    }

    private static Bought bought(Terms terms, Evidence evidence) {
        var subject = terms.subject();
        var goods = terms.goods();
        return new Bought(
                subject.line(),
                subject.segment(),
                terms.id(),
                goods.serviceEndsOn(),
                goods.plan(),
                new Bought.Records(evidence.before(), evidence.after()));
    }
}
