package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Connector;
import dev.keepline.catalog.OfferingId;
import dev.keepline.guard.Guard;
import dev.keepline.guard.Standing;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Gateway and carrier that refuse, are overrun or fall silent: what goes out, and when the person knows. */
class OutsideFaultsTest {

    @RegisterExtension
    static final World world = new World();

    private static final Duration REST = Duration.ofSeconds(3);

    private final Deal deal = new Deal(world);

    @Test
    void refused_by_the_carrier_the_hold_is_given_back_and_the_person_told_within_the_minute() {
        var account = world.account("refused@keepline.example");
        var line = world.topUp(account, "+12125550104");
        var quote = deal.quote(account, line, "att-prepaid-top-up", Optional.of(Money.usd(2_500)));
        var renewal = deal.paid(quote);
        var paidAt = System.nanoTime();

        var view = world.until(account, renewal, Phase.NOT_CHARGED, Phase.RENEWED, Phase.IN_REVIEW);

        assertThat(view.phase()).isEqualTo(Phase.NOT_CHARGED);
        assertThat(Duration.ofNanos(System.nanoTime() - paidAt)).isLessThan(Duration.ofMinutes(1));
        assertThat(deal.told(renewal)).containsExactly("renewal.not_charged");
        assertThat(deal.payment(renewal).path("status").asString()).isEqualTo("canceled");
        assertThat(deal.held(account)).isZero();
    }

    @Test
    void fault_19_a_carrier_that_is_overrun_gets_the_order_again_when_it_wants_it_and_nothing_before() {
        var account = world.account("overrun@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000002878"));
        var quote = deal.quote(account, line, "sandbox-monthly", Optional.empty());
        overrun("dtone", "order");

        var renewal = deal.paid(quote);

        assertThat(world.until(account, renewal, Phase.RENEWED, Phase.NOT_CHARGED)
                        .phase())
                .isEqualTo(Phase.RENEWED);
        var orders = deal.sent("dtone", "order", Deal.reference(renewal));
        assertThat(orders).hasSize(2);
        assertThat(gap(orders)).isBetween(REST, REST.multipliedBy(4));
        assertThat(deal.sent("dtone", "*", "").stream()
                        .map(OutsideFaultsTest::at)
                        .filter(at -> at.isAfter(at(orders.getFirst())))
                        .min(Instant::compareTo))
                .as("no other call comes between")
                .hasValueSatisfying(next -> assertThat(Duration.between(at(orders.getFirst()), next))
                        .isGreaterThanOrEqualTo(REST));
    }

    @Test
    void fault_19_a_gateway_that_is_overrun_is_asked_for_the_capture_later_and_takes_the_money_once() {
        var account = world.account("busy-bank@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000002944"));
        var quote = deal.quote(account, line, "sandbox-monthly", Optional.empty());
        overrun("stripe", "intent.capture");

        var renewal = deal.paid(quote);

        assertThat(world.until(account, renewal, Phase.RENEWED).phase()).isEqualTo(Phase.RENEWED);
        var ref = deal.payment(renewal).path("id").asString();
        var captures = deal.sent("stripe", "intent.capture", ref);
        assertThat(captures).hasSize(2);
        assertThat(gap(captures)).isGreaterThanOrEqualTo(REST);
        assertThat(deal.payment(renewal).path("amount_received").asLong())
                .isEqualTo(quote.price().total().minor());
    }

    @Test
    void fault_12_a_carrier_that_answers_no_more_gets_no_order_and_the_renewal_goes_on_when_it_is_back() {
        var account = world.account("silent@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000003017"));
        var quote = deal.quote(account, line, "sandbox-monthly", Optional.empty());
        world.sandbox().fault("dtone", "*", "status_500", Map.of("times", 5));

        var renewal = deal.paid(quote);
        var guard = world.bean("dtOneGuard", Guard.class);
        while (guard.standing().state() != Standing.State.DOWN) {
            world.bean(Connector.class).balance(); // as other renewals and pages would ask
        }
        var again =
                world.bean(Quotes.class).quote(account, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        assertThat(again)
                .as("nobody is asked to pay now")
                .isEqualTo(new QuoteResult.NoQuote(QuoteResult.Reason.CARRIER_UNREACHABLE));
        assertThat(deal.sent("dtone", "order", Deal.reference(renewal))).isEmpty();
        assertThat(world.until(account, renewal, Phase.RENEWED, Phase.NOT_CHARGED)
                        .phase())
                .isEqualTo(Phase.RENEWED);
        assertThat(deal.sent("dtone", "order", Deal.reference(renewal))).hasSize(1);
    }

    @Test
    void fault_10_what_the_carrier_takes_back_is_paid_back_by_itself_and_the_line_shows_what_is_left() {
        var account = world.account("reversed@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000003272"));
        var quote = deal.quote(account, line, "sandbox-quarterly", Optional.empty());
        var before = ends(account, line);
        world.sandbox().fault("dtone", "order", "reversed_later", Map.of("delay_ms", 4_000, "times", 1));

        var renewal = deal.paid(quote);
        world.until(account, renewal, Phase.RENEWED);
        var renewed = ends(account, line);
        world.until(account, renewal, Phase.REFUNDED);

        assertThat(Duration.between(ends(account, line), renewed)).isGreaterThan(Duration.ofDays(89));
        var left = world.bean(Lines.class).find(account, line.id()).orElseThrow();
        assertThat(left.nextSegment()).isEqualTo(1);
        assertThat(left.offering()).as("on the plan it had").isEqualTo(line.offering());
        assertThat(new AccountDesk(world)
                        .anyLetter("reversed@keepline.example", "took the renewal of")
                        .path("text")
                        .asString())
                .contains(lastDay(before, line));
        assertThat(deal.told(renewal)).contains("renewal.renewed", "renewal.refunding", "renewal.refunded");
    }

    /** The last day with service, as a letter names it. */
    private static String lastDay(Instant ends, Line line) {
        var words = new Words(Languages.load().byTag("en").orElseThrow());
        var last = ends.plusSeconds(1).atZone(line.home().zone()).toLocalDate().minusDays(1);
        return words.t("letter.reminder.until.SERVICE", "date", words.date(last));
    }

    private static Instant ends(AccountId account, Line line) {
        return world.bean(Lines.class)
                .find(account, line.id())
                .orElseThrow()
                .dates()
                .recorded()
                .orElseThrow()
                .endsAt();
    }

    @Test
    void fault_06_where_no_webhook_and_no_callback_ever_comes_we_ask_and_it_is_renewed_all_the_same() {
        var account = world.account("unheard@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000003124"));
        var quote = deal.quote(account, line, "sandbox-monthly", Optional.empty());
        world.sandbox().fault("stripe", "webhook", "drop_before", Map.of("times", 20));
        world.sandbox().fault("dtone", "callback", "drop_before", Map.of("times", 20));

        var renewal = deal.paid(quote);

        assertThat(world.until(account, renewal, Phase.RENEWED, Phase.NOT_CHARGED)
                        .phase())
                .isEqualTo(Phase.RENEWED);
        assertThat(events(account)).isZero();
        world.sandbox().forgetFaults();
    }

    @Test
    void fault_05_webhooks_that_overtake_each_other_change_nothing() {
        var account = world.account("disorder@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000003199"));
        var quote = deal.quote(account, line, "sandbox-monthly", Optional.empty());
        world.sandbox().fault("stripe", "webhook", "reorder", Map.of("times", 2));
        world.sandbox().fault("dtone", "callback", "reorder", Map.of("times", 1));

        var renewal = deal.paid(quote);

        assertThat(world.until(account, renewal, Phase.RENEWED, Phase.NOT_CHARGED)
                        .phase())
                .isEqualTo(Phase.RENEWED);
        RealProcess.await("the late ones", Duration.ofSeconds(20), () -> events(account) >= 2);
        assertThat(world.bean(Renewals.class)
                        .find(account, renewal)
                        .orElseThrow()
                        .phase())
                .isEqualTo(Phase.RENEWED);
        assertThat(deal.sent(
                        "stripe",
                        "intent.capture",
                        deal.payment(renewal).path("id").asString()))
                .hasSize(1);
        world.sandbox().forgetFaults();
    }

    private static int events(AccountId account) {
        return world.postgres()
                .owner()
                .sql("select count(*) from payment_inbox where account_id = ?")
                .param(account.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private void overrun(String counterpart, String operation) {
        world.sandbox().fault(counterpart, operation, "status_429", Map.of("delay_ms", REST.toMillis(), "times", 1));
    }

    private static Instant at(JsonNode call) {
        return Instant.parse(call.path("at").asString());
    }

    private static Duration gap(List<JsonNode> calls) {
        return Duration.between(at(calls.getFirst()), at(calls.getLast()));
    }
}
