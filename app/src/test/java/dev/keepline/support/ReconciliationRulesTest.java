package dev.keepline.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RequestId;
import dev.keepline.ledger.OrderStanding;
import dev.keepline.ledger.PaymentStanding;
import dev.keepline.payments.Hold;
import dev.keepline.payments.PaymentRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationRulesTest {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final AccountId ANN = new AccountId(new UUID(1, 1));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # our books:
            # held, taken, promised, the gateway's record,  agree
              10,   0,     0,        Held 10,               true
              10,   0,     0,        Held 11,               false
              10,   0,     0,        Captured 10,           false
              10,   0,     0,        Released,              false
               0,  10,     0,        Captured 10,           true
               0,  10,     0,        Captured 9,            false
               0,  10,     0,        Held 10,               false
               0,  10,     0,        Refunded 10,           false
               0,  10,     0,        RefundFailed,          false
               0,  10,    10,        Captured 10,           false
               0,  10,    10,        Refunding 10,          true
               0,  10,    10,        Refunding 4,           false
               0,  10,    10,        RefundFailed,          true
               0,  10,    10,        Refunded 10,           false
               0,   0,     0,        Released,              true
               0,   0,     0,        Refunded 10,           true
               0,   0,     0,        Captured 10,           false
               0,   0,     0,        Held 10,               false
               0,   0,     0,        RefundFailed,          false
               0,   0,     0,        Odd,                   false
            """)
    void a_payment_agrees_when_both_sides_say_the_same_of_the_money(
            long held, long taken, long promised, String record, boolean agree) {
        var ours = new PaymentStanding(
                ANN,
                Optional.empty(),
                "stripe",
                "pi",
                Money.usd(held),
                Money.usd(taken),
                Money.usd(promised),
                Money.usd(0),
                AT);
        assertThat(ReconciliationRules.differs(ours, record(record)).isEmpty()).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({"RefundFailed,true", "Captured 10,true", "Refunding 10,false", "Refunded 10,false"})
    void what_went_back_another_way_is_still_with_the_gateway_and_promised_no_more(String record, boolean agree) {
        var none = Money.usd(0);
        var ours = new PaymentStanding(
                ANN, Optional.empty(), "stripe", "pi", none, Money.usd(10), none, Money.usd(10), AT);
        assertThat(ReconciliationRules.differs(ours, record(record)).isEmpty()).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # our cost, the connector's record, agree
              9,        COMPLETED,              true
              8,        COMPLETED,              false
              0,        COMPLETED,              false
              0,        REVERSED,               true
              9,        REVERSED,               false
            """)
    void an_order_agrees_when_it_cost_what_they_kept(long cost, OrderRecord.State state, boolean agree) {
        var ours = new OrderStanding(ANN, Optional.empty(), "dtone", "1", Money.usd(cost), AT);
        var theirs = new OrderRecord(new RequestId("r-o1"), "1", state, Money.usd(9), AT);
        assertThat(ReconciliationRules.differs(ours, theirs).isEmpty()).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({"Held 1,true", "Captured 1,true", "Refunding 1,true", "Refunded 1,true", "RefundFailed,true"})
    @CsvSource({"Released,false", "Odd,false"})
    void what_we_do_not_know_of_matters_when_it_moved_money(String record, boolean matters) {
        assertThat(ReconciliationRules.movedMoney(record(record))).isEqualTo(matters);
        assertThat(ReconciliationRules.reference(record(record))).isEqualTo("pi");
    }

    private static PaymentRecord record(String words) {
        var amount = Money.usd(words.contains(" ") ? Long.parseLong(words.split(" ", -1)[1]) : 0);
        return switch (words.split(" ", -1)[0]) {
            case "Held" -> new PaymentRecord.Held(new Hold("pi", amount, AT, "visa 4242"));
            case "Captured" -> new PaymentRecord.Captured("pi", amount, AT);
            case "Released" -> new PaymentRecord.Released("pi");
            case "Refunding" -> new PaymentRecord.Refunding("pi", amount);
            case "Refunded" -> new PaymentRecord.Refunded("pi", amount);
            case "RefundFailed" -> new PaymentRecord.RefundFailed("pi", "expired_card");
            default -> new PaymentRecord.Odd("pi", "requires_action");
        };
    }
}
