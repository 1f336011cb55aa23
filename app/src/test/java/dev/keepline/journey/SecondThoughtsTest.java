package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.jobs.Leases;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.Interventions;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.StartResult;
import dev.keepline.support.Finding;
import dev.keepline.support.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was said is not so after all: refunds come back, pages do not open, records belie what was promised. */
class SecondThoughtsTest {

    @RegisterExtension
    static final World world = new World();

    /** Its refunds are pending first. */
    private static final String SLOW_REFUND = "4000000000007726";

    private static final Interventions.Word NEW_CARD = Interventions.Word.of("the bank has the new card");

    private final Deal deal = new Deal(world);

    @Test
    void fault_10_a_refund_that_the_bank_returns_is_owed_again_and_sent_once_more_when_a_person_wants_it() {
        var account = world.account("returned@keepline.example");
        var line = world.esim(account, World.iccid(41, "3348"));
        var quote = deal.quote(account, line, "sandbox-monthly");
        world.sandbox().fault("dtone", "order", "reversed_later", Map.of("delay_ms", 1_500, "times", 1));
        world.sandbox().fault("stripe", "refund.create", "fails_later", Map.of("delay_ms", 2_000, "times", 1));

        var renewal = deal.paid(quote);
        world.until(account, renewal, Phase.REFUND_FAILED);

        assertThat(deal.told(renewal)).contains("renewal.refund_failed");
        assertThat(deal.cases(account)).contains("REFUND_FAILED");
        assertThat(deal.owed(account)).isEqualTo(quote.price().total().minor());
        assertThat(deal.quote(account, line, "sandbox-monthly").subject().segment())
                .as("the number is not lost over it")
                .isEqualTo(1);

        var staff = world.bean(Interventions.class);
        staff.act(account, renewal, Interventions.Action.REFUND_AGAIN, NEW_CARD);
        world.until(account, renewal, Phase.REFUNDED);
        assertThat(deal.owed(account)).isZero();
        assertThat(deal.cases(account))
                .as("what waited for the refund ends by itself")
                .isEmpty();
    }

    @Test
    void fault_22_what_a_refund_could_not_bring_back_is_booked_as_returned_once_no_refund_can_arrive_any_more() {
        var account = world.account("otherwise@keepline.example");
        var line = world.esim(account, World.iccid(50, "3348"));
        world.sandbox().fault("dtone", "order", "reversed_later", Map.of("delay_ms", 1_500, "times", 1));
        world.sandbox().fault("stripe", "refund.create", "fails_later", Map.of("delay_ms", 1_000, "times", 1));
        var renewal = deal.paid(deal.quote(account, line, "sandbox-monthly"), SLOW_REFUND);
        world.until(account, renewal, Phase.REFUND_FAILED);
        var staff = world.bean(Interventions.class);
        var word = new Interventions.Word("the card is closed", "wire 4711");

        assertThat(staff.act(account, renewal, Interventions.Action.RETURNED, word))
                .as("what was sent just now may still arrive")
                .isEqualTo(Interventions.Result.TOO_SOON);
        assertThat(deal.owed(account)).isPositive();

        anHourAgo(renewal);
        RealProcess.await(
                "nobody works on it just then",
                Duration.ofSeconds(30),
                () -> staff.act(account, renewal, Interventions.Action.RETURNED, word) == Interventions.Result.DONE);

        assertThat(world.until(account, renewal, Phase.RETURNED).standing().returned())
                .contains("wire 4711");
        assertThat(deal.owed(account)).isZero();
        assertThat(deal.cases(account)).isEmpty();
        assertThat(deal.told(renewal)).contains("renewal.returned");
        assertThat(staff.possible(account, renewal)).isEmpty();
        assertThat(staff.act(account, renewal, Interventions.Action.REFUND_AGAIN, NEW_CARD))
                .isEqualTo(Interventions.Result.NOT_POSSIBLE);
        RealProcess.await(
                "a letter",
                Duration.ofSeconds(30),
                () -> letters("otherwise@keepline.example").contains("wire 4711"));
        assertThat(world.bean(Reconciliation.class).verify(Duration.ofDays(1)).findings())
                .filteredOn(finding -> finding.verdict() == Finding.Verdict.DIFFERENCE)
                .filteredOn(finding -> finding.toString().contains(account.toString()))
                .as("the gateway still has it, and our books say why")
                .isEmpty();
    }

    private void anHourAgo(RenewalId renewal) {
        world.postgres().owner().sql("""
                        update renewal set version = version + 1, stage = jsonb_set(stage, '{at}', to_jsonb(to_char(
                          cast(stage ->> 'at' as timestamptz) - interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
                         where renewal_id = ?""").param(renewal.value()).update();
    }

    @Test
    void a_refund_that_is_sent_again_and_on_its_way_is_not_said_to_be_impossible() {
        var account = world.account("slow-refund@keepline.example");
        var line = world.esim(account, World.iccid(48, "3348"));
        world.sandbox().fault("dtone", "order", "reversed_later", Map.of("delay_ms", 1_500, "times", 1));
        world.sandbox().fault("stripe", "refund.create", "fails_later", Map.of("delay_ms", 1_000, "times", 1));
        var renewal = deal.paid(deal.quote(account, line, "sandbox-monthly"), SLOW_REFUND);
        world.until(account, renewal, Phase.REFUND_FAILED);

        var staff = world.bean(Interventions.class);
        var results = new ArrayList<Interventions.Result>();
        RealProcess.await("nobody works on it just then", Duration.ofSeconds(30), () -> {
            results.add(staff.act(account, renewal, Interventions.Action.REFUND_AGAIN, NEW_CARD));
            return results.getLast() != Interventions.Result.BUSY;
        });
        assertThat(results.getLast()).isEqualTo(Interventions.Result.DONE);
        world.until(account, renewal, Phase.REFUNDED);
    }

    @Test
    void fault_10_a_callback_whose_question_meets_a_failure_is_not_left_to_the_next_watch() {
        var account = world.account("missed@keepline.example");
        var line = world.esim(account, World.iccid(42, "3421"));
        var renewal = deal.paid(deal.quote(account, line, "sandbox-monthly"));
        world.until(account, renewal, Phase.RENEWED);
        world.sandbox().fault("dtone", "*", "status_500", Map.of("times", 2));

        world.bean(dev.keepline.renewal.Renewals.class).checkAgain(account, renewal); // as a callback does

        RealProcess.await("asked again within minutes", Duration.ofSeconds(30), () -> {
            var wait = Duration.between(Instant.now(), due(renewal));
            return wait.isPositive() && wait.compareTo(Duration.ofMinutes(2)) < 0;
        });
        world.sandbox().forgetFaults();
    }

    @Test
    void fault_03_a_payment_page_that_meets_a_saved_500_is_opened_anew_within_seconds() {
        var account = world.account("opened@keepline.example");
        var line = world.esim(account, World.iccid(43, "3519"));
        var quote = deal.quote(account, line, "sandbox-monthly");
        world.sandbox().fault("stripe", "checkout.create", "status_500", Map.of("times", 1));

        var renewal = deal.paid(quote); // within the minute that it waits for the page

        assertThat(world.until(account, renewal, Phase.RENEWED, Phase.NOT_CHARGED)
                        .phase())
                .isEqualTo(Phase.RENEWED);
    }

    @Test
    void fault_21_a_press_for_one_quote_never_leads_to_the_page_of_another() {
        var account = world.account("two-quotes@keepline.example");
        var line = world.esim(account, World.iccid(44, "3686"));
        var dear = deal.quote(account, line, "sandbox-yearly");
        var cheap = deal.quote(account, line, "sandbox-monthly");
        var first = ((StartResult.Underway) deal.pressed(dear)).renewal();
        world.until(account, first, Phase.TO_PAY);
        var leases = world.bean(Leases.class);
        var job = new WakeRef("renewal", account, first.toString());
        RealProcess.await(
                "somebody works on it",
                Duration.ofSeconds(10),
                () -> leases.claim(job, leases.usual()).isPresent());

        assertThat(deal.pressed(cheap)).isEqualTo(new StartResult.Other(first));
    }

    @Test
    void fault_28_what_the_record_makes_shorter_than_promised_is_not_ordered_and_nothing_is_charged() {
        var account = world.account("promised@keepline.example");
        var line = world.esim(account, World.iccid(45, "3769"));
        deal.quote(account, line, "sandbox-monthly"); // has the record read
        world.postgres()
                .owner()
                .sql("update line_reading set ends_at = ends_at + interval '20 days' where account_id = ?")
                .param(account.value())
                .update();

        var renewal = deal.paid(deal.quote(account, line, "sandbox-monthly"));

        assertThat(world.until(account, renewal, Phase.NOT_CHARGED, Phase.RENEWED)
                        .phase())
                .isEqualTo(Phase.NOT_CHARGED);
        assertThat(deal.sent("dtone", "order", Deal.reference(renewal))).isEmpty();
        assertThat(deal.payment(renewal).path("status").asString()).isEqualTo("canceled");
    }

    @Test
    void fault_28_where_the_record_names_no_end_a_plan_is_promised_from_today_whatever_a_file_says() {
        var account = world.account("file@keepline.example");
        var line = world.emptyEsim(account, World.iccid(48, "4088"));
        var said = LocalDate.now(line.home().zone()).plusDays(21);
        world.postgres()
                .owner()
                .sql("update line set told_ends_on = ?, told_at = now() - interval '1 minute' where account_id = ?")
                .param(said)
                .param(account.value())
                .update();

        var quote = deal.quote(account, line, "sandbox-monthly");

        assertThat(quote.promise().serviceEndsOn())
                .contains(LocalDate.now(line.home().zone()).plusDays(30));
        assertThat(quote.promise().spendsPaidDays())
                .as("the days the file speaks of are agreed to be lost")
                .isTrue();
        assertThat(world.until(account, deal.paid(quote), Phase.NOT_CHARGED, Phase.RENEWED)
                        .phase())
                .isEqualTo(Phase.RENEWED);
    }

    @Test
    void a_press_for_what_was_bought_by_another_quote_says_that_its_price_is_no_longer_good() {
        var account = world.account("superseded@keepline.example");
        var line = world.esim(account, World.iccid(49, "4123"));
        var first = deal.quote(account, line, "sandbox-monthly");
        var second = deal.quote(account, line, "sandbox-quarterly");

        var renewal = deal.paid(first);
        world.until(account, renewal, Phase.RENEWED);

        assertThat(deal.pressed(second)).isInstanceOf(StartResult.Expired.class);
        assertThat(deal.pressed(first)).isEqualTo(new StartResult.Underway(renewal));
        assertThat(opened(renewal)).isEqualTo(1);
    }

    /** How often the payment page was asked for, by our own books. */
    private int opened(RenewalId renewal) {
        return world.postgres()
                .owner()
                .sql("select sends from outside_call where renewal_id = ? and command = 'Open'")
                .param(renewal.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    @Test
    void a_line_is_on_the_plan_that_it_was_renewed_with() {
        var account = world.account("plan@keepline.example");
        var line = world.esim(account, World.iccid(46, "3831"));

        world.until(account, deal.paid(deal.quote(account, line, "sandbox-quarterly")), Phase.RENEWED);

        assertThat(world.bean(Lines.class)
                        .find(account, line.id())
                        .orElseThrow()
                        .offering())
                .contains("sandbox-quarterly");
    }

    @Test
    void how_a_renewal_went_is_told_by_letter_too() {
        var account = world.account("letter@keepline.example");
        var renewal = deal.paid(deal.quote(account, world.esim(account, World.iccid(47, "3917")), "sandbox-monthly"));

        RealProcess.await(
                "a letter",
                Duration.ofSeconds(30),
                () -> letters("letter@keepline.example").contains("/renewals/" + renewal));
        assertThat(letters("letter@keepline.example")).contains("is renewed", "$13.07", "Service until");
    }

    private static String letters(String to) {
        return world.sandbox().letters(to).toString();
    }

    private Instant due(RenewalId renewal) {
        return world.postgres()
                .owner()
                .sql("select due_at from job where kind = 'renewal' and key = ?")
                .param(renewal.toString())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
