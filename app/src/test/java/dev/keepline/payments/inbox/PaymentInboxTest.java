package dev.keepline.payments.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.PostgresTest;
import dev.keepline.jobs.JobsDesk;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.payments.inbox.PaymentInbox.Receipt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events are taken in once, each with the wake-up it causes. */
class PaymentInboxTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private final JobsDesk desk = new JobsDesk(postgres);
    private final PaymentInbox inbox =
            new PaymentInbox(postgres.jdbc(), postgres.transactions(), desk.jobs, InstantSource.system());
    private final String event = "evt_" + UUID.randomUUID();

    private WakeRef sleeping() {
        var job = new WakeRef("renewal", postgres.account(), UUID.randomUUID().toString());
        desk.jobs.schedule(job, InstantSource.system().instant().plus(Duration.ofDays(1)));
        return job;
    }

    private GatewayEvent about(Optional<WakeRef> job) {
        return new GatewayEvent("stripe", event, "checkout.session.completed", false, job);
    }

    @Test
    void an_event_is_stored_and_its_job_made_due() {
        var job = sleeping();

        assertThat(inbox.receive(about(Optional.of(job)))).isEqualTo(Receipt.TAKEN);

        assertThat(wakes(job)).isEqualTo(1);
        assertThat(due(job)).isTrue();
        assertThat(rows("payment_inbox")).isEqualTo(1);
    }

    @Test
    void an_echo_of_what_is_known_is_stored_and_wakes_nobody() {
        var job = sleeping();
        var echo = new GatewayEvent("stripe", event, "payment_intent.succeeded", true, Optional.of(job));

        assertThat(inbox.receive(echo)).isEqualTo(Receipt.TAKEN);
        assertThat(inbox.receive(echo)).isEqualTo(Receipt.DUPLICATE);

        assertThat(wakes(job)).isZero();
        assertThat(due(job)).isFalse();
        assertThat(rows("payment_inbox")).isEqualTo(1);
    }

    @Test
    void fault_04_the_same_event_again_wakes_nobody() {
        var job = sleeping();
        inbox.receive(about(Optional.of(job)));

        assertThat(inbox.receive(about(Optional.of(job)))).isEqualTo(Receipt.DUPLICATE);

        assertThat(wakes(job)).isEqualTo(1);
        assertThat(rows("payment_inbox")).isEqualTo(1);
    }

    @Test
    void fault_04_the_same_event_many_times_at_once_wakes_once() throws Exception {
        var job = sleeping();
        var calls = new ArrayList<Callable<Receipt>>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> inbox.receive(about(Optional.of(job))));
        }
        var receipts = new ArrayList<Receipt>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                receipts.add(answer.get());
            }
        }

        assertThat(receipts).containsOnlyOnce(Receipt.TAKEN);
        assertThat(wakes(job)).isEqualTo(1);
    }

    @Test
    void an_event_of_nobody_here_is_kept_apart_once() {
        var stranger = new WakeRef("renewal", new AccountId(UUID.randomUUID()), "somewhere-else");

        assertThat(inbox.receive(about(Optional.of(stranger)))).isEqualTo(Receipt.FOREIGN);
        assertThat(inbox.receive(about(Optional.of(stranger)))).isEqualTo(Receipt.DUPLICATE);
        assertThat(inbox.receive(about(Optional.empty()))).isEqualTo(Receipt.DUPLICATE);
        assertThat(rows("payment_inbox_foreign")).isEqualTo(1);
        assertThat(rows("payment_inbox")).isZero();
    }

    @Test
    void an_event_about_a_job_that_does_not_exist_is_stored_all_the_same() {
        var job = new WakeRef("renewal", postgres.account(), "no-such-renewal");

        assertThat(inbox.receive(about(Optional.of(job)))).isEqualTo(Receipt.TAKEN);
    }

    @Test
    void an_event_and_its_wake_up_commit_together_or_not_at_all() {
        var job = sleeping();
        var transactions = postgres.transactions();

        assertThatThrownBy(() -> transactions.inAccount(job.account(), () -> {
                    inbox.receive(about(Optional.of(job)));
                    throw new IllegalStateException("the commit fails");
                }))
                .hasMessage("the commit fails");

        assertThat(rows("payment_inbox")).isZero();
        assertThat(wakes(job)).isZero();
    }

    private int rows(String table) {
        return postgres.owner()
                .sql("select count(*) from " + table + " where event_id = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }

    private int wakes(WakeRef job) {
        return postgres.owner()
                .sql("select wakes from job where account_id = ? and key = ?")
                .params(job.account().value(), job.key())
                .query(Integer.class)
                .single();
    }

    private boolean due(WakeRef job) {
        return postgres.owner()
                .sql("select due_at <= now() from job where account_id = ? and key = ?")
                .params(job.account().value(), job.key())
                .query(Boolean.class)
                .single();
    }
}
