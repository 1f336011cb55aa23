package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingId;
import dev.keepline.database.FullDisk;
import dev.keepline.journey.RealProcess;
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
import java.time.Duration;
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

    @Test
    void the_page_of_a_quote_that_was_paid_or_given_up_leads_to_its_order_and_offers_no_payment() {
        var account = world.account("back@keepline.example");
        var visitor = new Visitor(world.url("").toString());
        visitor.signIn("back@keepline.example", World.PASSWORD);
        var line = world.esim(account, new Iccid("8901999900000003017"));
        var renewals = world.bean(Renewals.class);

        var cancelled = quote(account, line);
        var first = ((StartResult.Underway) renewals.start(account, cancelled.id(), consent(cancelled))).renewal();
        world.until(account, first, Phase.TO_PAY);
        assertThat(visitor.get("/quotes/" + cancelled.id()).body()).contains("Hold ");
        RealProcess.await("cancelled", Duration.ofSeconds(20), () -> renewals.cancel(account, first));
        assertThat(visitor.get("/quotes/" + cancelled.id()).body())
                .contains("This order is over; nothing was charged.", "/renewals/" + first, "Ask for a new price")
                .doesNotContain("name=\"terms\"");
        assertThat(visitor.get("/renewals/" + first).body())
                .contains("The order was cancelled before it was paid.", "/lines/" + line.id());

        var left = quote(account, line);
        var given = ((StartResult.Underway) renewals.start(account, left.id(), consent(left))).renewal();
        world.until(account, given, Phase.TO_PAY);
        var paid = quote(account, line);
        var other = quote(account, line);
        RealProcess.await("the other begun", Duration.ofSeconds(20), () -> {
            var started = renewals.start(account, paid.id(), consent(paid));
            return started instanceof StartResult.Underway || started instanceof StartResult.Pay;
        });
        var second = renewals.underWay(account).getFirst().id();
        assertThat(visitor.get("/renewals/" + given).body()).contains("that order took the place of this one");
        var page = world.until(account, second, Phase.TO_PAY).standing().pay().orElseThrow();
        var path = page.url().getPath();
        world.sandbox().pay(path.substring(path.lastIndexOf('/') + 1), "4242424242424242");
        renewals.checkAgain(account, second);
        world.until(account, second, Phase.AUTHORISED, Phase.ORDERED, Phase.CONFIRMING, Phase.RENEWED);
        var answer = visitor.get("/quotes/" + paid.id());
        assertThat(answer.body())
                .contains("It does not have to be paid again.", "/renewals/" + second)
                .doesNotContain("name=\"terms\"");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(visitor.get("/quotes/" + other.id()).body()).doesNotContain("Ask for a new price");
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
