package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Amounts that can be bought are there to be pressed; of others the page says which come nearest. */
class TopUpAmountsTest {

    @RegisterExtension
    static final World world = new World();

    @Test
    void an_amount_is_bought_with_one_press_and_one_that_is_not_sold_is_answered_with_the_nearest() {
        var account = world.account("amounts@keepline.example");
        var line = world.topUp(account, "+12125550188");
        var visitor = new Visitor(world.url("/").toString().replaceFirst("/$", ""));
        assertThat(visitor.signIn("amounts@keepline.example", World.PASSWORD).statusCode())
                .isEqualTo(303);
        var renew = "/lines/" + line.id() + "/renew";

        var page = visitor.get(renew).body();
        assertThat(page)
                .contains("form=\"by-att-prepaid-top-up\"", "value=\"10.00\"", "value=\"25.00\"", "all-in")
                .contains("any amount from");

        var pressed = visitor.submit(renew, renew, Map.of("offer", "att-prepaid-top-up", "amount", "25.00"));
        assertThat(pressed.statusCode()).as(pressed.body()).isEqualTo(303);
        assertThat(pressed.headers().firstValue("Location").orElseThrow()).startsWith("/quotes/");

        var little = visitor.submit(renew, renew, Map.of("offer", "att-prepaid-top-up", "amount", "5"));
        assertThat(little.statusCode()).isEqualTo(422);
        assertThat(little.body().replaceAll("<[^>]+>", "")).contains("the least is $10");

        var wide = visitor.submit(renew, renew, Map.of("offer", "att-prepaid-top-up", "amount", "＄２５。５０"));
        assertThat(wide.statusCode()).as("as a Chinese keyboard writes it").isEqualTo(303);
        assertThat(page.replaceAll("<[^>]+>", "")).contains("Exactly $100").doesNotContain("$100 to $100");
    }
}
