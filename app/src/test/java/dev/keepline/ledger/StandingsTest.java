package dev.keepline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingsTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant OLD = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final Price PRICE = new Price(Money.usd(1_000), List.of(new Charge("tax", Money.usd(80))));
    private static final RenewalId RENEWAL = new RenewalId(new UUID(7, 7));

    private final Journal journal = new Journal(postgres.jdbc(), postgres.transactions());
    private final Standings standings = new Standings(postgres.jdbc(), postgres.transactions());
    private final AccountId ann = postgres.account();

    @Test
    void a_payment_stands_where_its_transfers_put_it() {
        book(AT, Movements.authorise("stripe", "held", PRICE.total()));
        book(AT, Movements.authorise("stripe", "taken", PRICE.total()));
        book(AT, Movements.capture("stripe", "taken", PRICE));
        book(AT, Movements.authorise("stripe", "promised", PRICE.total()));
        book(AT, Movements.capture("stripe", "promised", PRICE));
        book(AT, Movements.refund("stripe", "promised", PRICE));
        book(AT, Movements.authorise("stripe", "refunded", PRICE.total()));
        book(AT, Movements.capture("stripe", "refunded", PRICE));
        book(AT, Movements.refund("stripe", "refunded", PRICE));
        book(AT, Movements.refunded("stripe", "refunded", 1, PRICE.total()));
        book(AT, Movements.authorise("stripe", "returned", PRICE.total()));
        book(AT, Movements.capture("stripe", "returned", PRICE));
        book(AT, Movements.refund("stripe", "returned", PRICE));
        book(AT, Movements.refunded("stripe", "returned", 1, PRICE.total()));
        book(AT, Movements.refundReturned("stripe", "returned", 1, PRICE.total()));
        book(AT, Movements.refunded("stripe", "returned", 2, PRICE.total()));
        book(AT, Movements.refundReturned("stripe", "returned", 2, PRICE.total()));
        book(AT, Movements.authorise("stripe", "elsewhere", PRICE.total()));
        book(AT, Movements.capture("stripe", "elsewhere", PRICE));
        book(AT, Movements.refund("stripe", "elsewhere", PRICE));
        book(AT, Movements.returnedOtherwise("stripe", "elsewhere", PRICE.total()));
        book(AT, Movements.authorise("stripe", "released", PRICE.total()));
        book(AT, Movements.release("stripe", "released", PRICE.total()));
        book(AT, Movements.authorise("stripe", "owed", PRICE.total()));
        book(AT, Movements.receivable("stripe", "owed", PRICE));
        assertThat(payments(AT))
                .containsExactly(
                        payment("elsewhere", 0, 1_080, 0, 1_080),
                        payment("held", 1_080, 0, 0),
                        payment("owed", 0, 0, 0),
                        payment("promised", 0, 1_080, 1_080),
                        payment("refunded", 0, 0, 0),
                        payment("released", 0, 0, 0),
                        payment("returned", 0, 1_080, 1_080),
                        payment("taken", 0, 1_080, 0));
    }

    @Test
    void of_old_payments_only_those_that_still_hold_or_owe_are_looked_at() {
        book(OLD, Movements.authorise("stripe", "over", Money.usd(5)));
        book(OLD, Movements.release("stripe", "over", Money.usd(5)));
        book(OLD, Movements.authorise("stripe", "hanging", Money.usd(6)));
        assertThat(payments(AT)).extracting(PaymentStanding::reference).containsExactly("hanging");
    }

    @Test
    void an_order_costs_what_the_float_paid_less_what_came_back() {
        book(AT, Movements.carrierOrder("dtone", "1", Money.usd(900)));
        book(AT, Movements.carrierOrder("dtone", "2", Money.usd(800)));
        book(AT, Movements.carrierReversal("dtone", "2", Money.usd(800)));
        book(OLD, Movements.carrierOrder("dtone", "0", Money.usd(700)));
        var orders = new ArrayList<OrderStanding>();
        standings.orders(AT, order -> {
            if (order.account().equals(ann)) {
                orders.add(order);
            }
        });
        assertThat(orders)
                .containsExactly(
                        new OrderStanding(ann, Optional.of(RENEWAL), "dtone", "1", Money.usd(900), AT),
                        new OrderStanding(ann, Optional.of(RENEWAL), "dtone", "2", Money.usd(0), AT));
    }

    @Test
    void a_float_is_what_was_paid_in_less_what_all_customers_orders_cost() {
        journal.book(
                Journal.OPERATOR,
                Optional.empty(),
                List.of(Movements.fundFloat("other", "opening", Money.usd(10_000))),
                AT);
        book(AT, Movements.carrierOrder("other", "3", Money.usd(900)));
        assertThat(standings.floatAt("other")).containsOnly(java.util.Map.entry(Money.USD, Money.usd(9_100)));
        assertThat(standings.floatAt("unheard-of")).isEmpty();
    }

    private void book(Instant at, JournalEntry entry) {
        journal.book(ann, Optional.of(RENEWAL), List.of(entry), at);
    }

    private PaymentStanding payment(String reference, long held, long taken, long promised) {
        return payment(reference, held, taken, promised, 0);
    }

    private PaymentStanding payment(String reference, long held, long taken, long promised, long returned) {
        return new PaymentStanding(
                ann,
                Optional.of(RENEWAL),
                "stripe",
                reference,
                Money.usd(held),
                Money.usd(taken),
                Money.usd(promised),
                Money.usd(returned),
                AT);
    }

    private List<PaymentStanding> payments(Instant since) {
        var found = new ArrayList<PaymentStanding>();
        standings.payments(since, payment -> {
            if (payment.account().equals(ann)) {
                found.add(payment);
            }
        });
        return found;
    }
}
