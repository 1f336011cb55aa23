package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Amounts;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal;
import dev.keepline.testing.SandboxProcess;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which amounts there are is what the vendor's own list says, and each of them can be ordered. */
class DtOneAmountsTest {

    @RegisterExtension
    static final SandboxProcess sandbox = new SandboxProcess();

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(sandbox.dtOne(), Duration.ofSeconds(5));
    }

    @Test
    void fixed_amounts_and_ranges_are_told_apart_and_each_can_be_ordered() {
        var sold = Desk.done(desk.connector.amounts("AT&T USA"));

        assertThat(sold)
                .containsExactlyInAnyOrder(
                        Amounts.only(Money.usd(1_000)),
                        Amounts.only(Money.usd(2_500)),
                        Amounts.only(Money.usd(5_000)),
                        Amounts.only(Money.usd(10_000)),
                        new Amounts(Money.usd(1_000), Money.usd(10_000), Money.usd(1)));
        assertThat(sold)
                .allSatisfy(amounts -> assertThat(
                                desk.connector.discover(new ProductQuery.Credit("AT&T USA", amounts.most())))
                        .isInstanceOf(Outcome.Done.class));
    }

    @Test
    void an_operator_that_is_not_there_sells_nothing() {
        assertThat(desk.connector.amounts("Nobody Mobile"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().why()).isEqualTo(Refusal.Why.NOT_OFFERED));
    }

    @Test
    void a_list_that_cannot_be_read_is_not_an_empty_list() {
        sandbox.control().fault("dtone", "products", "malformed");

        assertThat(desk.connector.amounts("AT&T USA")).isInstanceOf(Outcome.Unknown.class);
    }
}
