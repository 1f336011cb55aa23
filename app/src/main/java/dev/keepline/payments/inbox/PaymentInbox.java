package dev.keepline.payments.inbox;

import dev.keepline.database.Transactions;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes events in. An event is a hint: it is stored, and its job goes and looks. */
public final class PaymentInbox {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    /** On the application's database and clock. */
    public PaymentInbox(JdbcClient jdbc, Transactions transactions, Jobs jobs, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What became of an event. Each may be acknowledged. */
    public enum Receipt {
        /** Stored, and the job it names made due, unless the event is an echo. */
        TAKEN,
        /** Stored; it names no account that exists here. */
        FOREIGN,
        /** Known already: nothing was done. */
        DUPLICATE
    }

    /** Durable when it returns. */
    public Receipt receive(GatewayEvent event) {
        return event.wake()
                .map(job -> transactions.inAccount(job.account(), () -> take(event, job)))
                .filter(receipt -> receipt != Receipt.FOREIGN)
                .orElseGet(() -> keepForeign(event));
    }

    private boolean exists(AccountId account) {
        return jdbc.sql("select count(*) from account where account_id = ?")
                        .param(account.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Receipt take(GatewayEvent event, WakeRef job) {
        int stored = jdbc.sql("""
                insert into payment_inbox (account_id, gateway, event_id, type, job_kind, job_key, received_at)
                select account_id, :gateway, :event, :type, :kind, :key, cast(:now as timestamptz)
                  from account where account_id = :account
                on conflict do nothing
                """)
                .param("account", job.account().value())
                .param("gateway", event.gateway())
                .param("event", event.id())
                .param("type", event.type())
                .param("kind", job.kind())
                .param("key", job.key())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (stored == 0) {
            return exists(job.account()) ? Receipt.DUPLICATE : Receipt.FOREIGN;
        }
        if (!event.echo()) {
            jobs.wake(job);
        }
        return Receipt.TAKEN;
    }

    private Receipt keepForeign(GatewayEvent event) {
        int stored = transactions.oneStatementOutsideAccounts(() -> jdbc.sql("""
                insert into payment_inbox_foreign (gateway, event_id, type, received_at)
                values (:gateway, :event, :type, :now)
                on conflict do nothing
                """)
                .param("gateway", event.gateway())
                .param("event", event.id())
                .param("type", event.type())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        return stored == 0 ? Receipt.DUPLICATE : Receipt.FOREIGN;
    }
}
