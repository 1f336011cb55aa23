package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingId;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A renewal without pages, and what becomes of money and line when the outside misbehaves. */
class RenewalJourneyTest {

    @RegisterExtension
    static final World world = new World();

    private static final String GOOD_CARD = "4242424242424242";

    @Test
    void a_paid_renewal_is_proven_by_the_carriers_record_before_the_money_is_taken() {
        var account = world.account("proven@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000002878"));
        var quote = quote(account, line, "sandbox-monthly");

        var renewal = paid(account, quote);

        var view = world.until(account, renewal, Phase.RENEWED, Phase.NOT_CHARGED, Phase.IN_REVIEW);
        assertThat(view.phase()).isEqualTo(Phase.RENEWED);
        assertThat(world.bean(Lines.class)
                        .find(account, line.id())
                        .orElseThrow()
                        .nextSegment())
                .isEqualTo(2);
        assertThat(captured(renewal)).isEqualTo(quote.price().total().minor());
        assertThat(held(account)).isZero();
    }

    @Test
    void fault_08_an_order_whose_answer_is_lost_is_found_again_and_not_sent_twice() {
        var account = world.account("lost-answer@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000002944"));
        var quote = quote(account, line, "sandbox-monthly");
        world.sandbox().fault("dtone", "order", "drop_after");

        var renewal = paid(account, quote);

        assertThat(world.until(account, renewal, Phase.RENEWED, Phase.NOT_CHARGED)
                        .phase())
                .isEqualTo(Phase.RENEWED);
        assertThat(orders(renewal)).isEqualTo(1);
    }

    @Test
    void fault_28_half_the_data_is_a_case_and_nothing_is_captured() {
        var account = world.account("half@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000003017"));
        var quote = quote(account, line, "sandbox-monthly");
        world.sandbox().fault("dtone", "order", "half_applied");

        var renewal = paid(account, quote);

        assertThat(world.until(account, renewal, Phase.IN_REVIEW, Phase.RENEWED).phase())
                .isEqualTo(Phase.IN_REVIEW);
        assertThat(captured(renewal)).isZero();
        assertThat(held(account)).isEqualTo(quote.price().total().minor());
    }

    private Quote quote(AccountId account, Line line, String offering) {
        var result = world.bean(Quotes.class).quote(account, line.id(), new OfferingId(offering), Optional.empty());
        assertThat(result).isInstanceOf(QuoteResult.Quoted.class);
        return ((QuoteResult.Quoted) result).quote();
    }

    private RenewalId paid(AccountId account, Quote quote) {
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        var started = world.bean(Renewals.class).start(account, quote.id(), consent);
        assertThat(started).isInstanceOf(StartResult.Underway.class);
        var renewal = ((StartResult.Underway) started).renewal();
        var view = world.until(account, renewal, Phase.TO_PAY);
        world.sandbox().pay(session(view), GOOD_CARD);
        return renewal;
    }

    private static String session(RenewalView view) {
        var path = view.standing().pay().orElseThrow().url().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private long captured(RenewalId renewal) {
        long sum = 0;
        for (var intent : world.sandbox().stripe("/payment_intents?limit=100").path("data")) {
            if (intent.toString().contains(renewal.toString())) {
                sum += intent.path("amount_received").asLong();
            }
        }
        return sum;
    }

    private int orders(RenewalId renewal) {
        var reference = renewal.toString().replace("-", "") + "-o1";
        return world.sandbox().dtone("/transactions?external_id=" + reference).size();
    }

    private long held(AccountId account) {
        return world.bean(Journal.class)
                .balance(account, LedgerAccount.CUSTOMER_HOLD, Money.USD)
                .minor();
    }
}
