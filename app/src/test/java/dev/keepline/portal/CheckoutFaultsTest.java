package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingId;
import dev.keepline.database.FullDisk;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Line;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the person is told, and what is charged, when something changes or breaks between the quote and the payment. */
class CheckoutFaultsTest {

    @RegisterExtension
    static final World world = new World();

    @Test
    void fault_20_taxes_that_change_during_checkout_change_nothing_until_a_new_price_is_confirmed() {
        var account = world.account("moved@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000002878"));
        var quote = quote(account, line);
        world.postgres()
                .owner()
                .sql("update line set state = 'CA', zip = '94105' where line_id = ?")
                .param(line.id().value())
                .update();
        var other = quote(account, line);
        assertThat(other.price()).isNotEqualTo(quote.price());

        var started = (StartResult.Underway) world.bean(Renewals.class).start(account, quote.id(), consent(quote));
        var page = world.until(account, started.renewal(), Phase.TO_PAY)
                .standing()
                .pay()
                .orElseThrow();

        var path = page.url().getPath();
        var session = world.sandbox().stripe("/checkout/sessions" + path.substring(path.lastIndexOf('/')));
        assertThat(session.path("amount_total").asLong())
                .isEqualTo(quote.price().total().minor());
    }

    @Test
    void fault_20_a_price_that_has_run_out_is_not_charged_and_a_new_one_is_asked_for() {
        var account = world.account("slow@keepline.example");
        var quote = quote(account, world.esim(account, new Iccid("8901999900000002944")));
        world.postgres()
                .owner()
                .sql(
                        "update quote set body = jsonb_set(body, '{expiresAt}', '\"2026-01-01T00:00:00Z\"') where quote_id = ?")
                .param(quote.id().value())
                .update();

        assertThat(world.bean(Renewals.class).start(account, quote.id(), consent(quote)))
                .isInstanceOf(StartResult.Expired.class);
        assertThat(world.bean(Renewals.class).recent(account, 1)).isEmpty();
    }

    @Test
    void fault_17_who_pays_while_the_disk_is_full_is_told_and_nothing_is_opened_or_held() {
        var account = world.account("full@keepline.example");
        var quote = quote(account, world.esim(account, new Iccid("8901999900000003017")));
        var visitor = new Visitor(world.url("").toString());
        visitor.signIn("full@keepline.example", World.PASSWORD);
        int sessions = sessions();
        var form = Map.of("terms", quote.promise().termsVersion(), "spend", "yes");
        var page = "/quotes/" + quote.id();

        try (var _ = FullDisk.of(world.postgres(), "outside_call")) {
            var answer = visitor.submit(page, page + "/pay", form);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("Something broke on our side", "Your money", "What you can do");
        }
        assertThat(sessions()).isEqualTo(sessions);
        assertThat(world.bean(Renewals.class).recent(account, 1)).isEmpty();

        assertThat(visitor.submit(page, page + "/pay", form).statusCode()).isEqualTo(303);
        assertThat(sessions()).isEqualTo(sessions + 1);
    }

    private static int sessions() {
        return world.sandbox()
                .stripe("/checkout/sessions?limit=100")
                .path("data")
                .size();
    }

    private static Quote quote(AccountId account, Line line) {
        var result =
                world.bean(Quotes.class).quote(account, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        return ((QuoteResult.Quoted) result).quote();
    }

    private static Consent consent(Quote quote) {
        return new Consent(quote.promise().termsVersion(), true, "en");
    }
}
