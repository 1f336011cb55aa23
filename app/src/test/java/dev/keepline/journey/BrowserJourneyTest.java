package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Line;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole job in a real browser, and what people do to it. */
class BrowserJourneyTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    private static World world;
    private static Browsers browsers;
    private static Checkout checkout;

    @BeforeAll
    static void open() {
        world = shared.world();
        browsers = shared.browsers();
        checkout = new Checkout(world);
    }

    private static final String GOOD_CARD = "4242 4242 4242 4242";
    private static final String DECLINED_CARD = "4000 0000 0000 0002";
    private static final String CHALLENGED_CARD = "4000 0027 6000 3184";
    private static final Pattern ON_THE_GATEWAY = Pattern.compile(".*/stripe/c/pay/.*");

    @Test
    void somebody_logs_in_renews_pays_and_sees_the_proof() {
        var line = line("whole@keepline.example", "8901999900000003082");
        try (var person = browsers.person(1280, "en", true)) {
            var page = checkout.logIn(person, "whole@keepline.example");
            checkout.toTheGateway(page, line);
            checkout.pay(page, GOOD_CARD);
            checkout.seeTheProof(page);
            assertThat(page.locator("h1")).containsText("Renewed");
        }
        checkout.boughtOnce(line);
    }

    @Test
    void in_chinese_on_a_phone_without_script_it_is_the_same_job() {
        var line = line("phone@keepline.example", "8901999900000003157");
        try (var person = browsers.person(360, "zh-CN", false)) {
            var page = checkout.logIn(person, "phone@keepline.example");
            checkout.toTheGateway(page, line);
            checkout.pay(page, GOOD_CARD);
            for (int i = 0; i < 40 && checkout.proof(page).count() == 0; i++) {
                page.waitForTimeout(250);
                page.reload();
            }
            checkout.seeTheProof(page);
        }
        checkout.boughtOnce(line);
    }

    @Test
    void a_declined_card_is_said_and_another_card_pays_in_the_same_place() {
        var line = line("declined@keepline.example", "8901999900000003223");
        try (var person = browsers.person(360, "en", true)) {
            var page = checkout.logIn(person, "declined@keepline.example");
            checkout.toTheGateway(page, line);
            checkout.pay(page, DECLINED_CARD);
            assertThat(page).hasURL(ON_THE_GATEWAY);
            checkout.pay(page, GOOD_CARD);
            checkout.seeTheProof(page);
        }
        checkout.boughtOnce(line);
    }

    @Test
    void a_bank_that_asks_for_3d_secure_is_answered_and_the_line_is_renewed() {
        var line = line("secure@keepline.example", "8901999900000003298");
        try (var person = browsers.person(1280, "en", true)) {
            var page = checkout.logIn(person, "secure@keepline.example");
            checkout.toTheGateway(page, line);
            checkout.pay(page, CHALLENGED_CARD);
            page.locator("button[value=complete]").click();
            checkout.seeTheProof(page);
        }
        checkout.boughtOnce(line);
    }

    @Test
    void a_tab_closed_during_payment_leads_back_to_the_same_payment_page() {
        var line = line("closed@keepline.example", "8901999900000003363");
        try (var person = browsers.person(1280, "en", true)) {
            var page = checkout.logIn(person, "closed@keepline.example");
            checkout.toTheGateway(page, line);
            var gateway = page.url();
            page.close();
            var again = person.newPage();
            again.navigate(world.url("/lines/" + line.id()).toString());
            again.locator("a.btn[href*='/renewals/']").click();
            again.locator("a.btn[href*='/stripe/']").click();
            assertThat(again.url()).isEqualTo(gateway);
            checkout.pay(again, GOOD_CARD);
            checkout.seeTheProof(again);
        }
        checkout.boughtOnce(line);
    }

    @Test
    void fault_21_two_tabs_that_pay_for_the_same_quote_pay_once() {
        var line = line("tabs@keepline.example", "8901999900000003439");
        try (var person = browsers.person(1280, "en", true)) {
            var first = checkout.logIn(person, "tabs@keepline.example");
            checkout.toTheQuote(first, line);
            var second = person.newPage();
            second.navigate(first.url());
            checkout.accept(first);
            checkout.accept(second);
            assertThat(second.url()).isEqualTo(first.url());
            checkout.pay(first, GOOD_CARD);
            checkout.seeTheProof(first);
            second.reload();
            assertThat(second.locator("input[name=number]").count()).isZero();
        }
        checkout.boughtOnce(line);
    }

    @Test
    void fault_27_choosing_again_closes_the_page_that_was_open_and_only_the_new_one_can_be_paid() {
        var line = line("again@keepline.example", "8901999900000003710");
        try (var person = browsers.person(1280, "en", true)) {
            var first = checkout.logIn(person, "again@keepline.example");
            checkout.toTheGateway(first, line);
            var second = person.newPage();
            checkout.toTheGateway(second, line);
            assertThat(second.url()).isNotEqualTo(first.url());
            first.reload();
            assertThat(first.locator("input[name=number]").count()).isZero();
            checkout.pay(second, GOOD_CARD);
            checkout.seeTheProof(second);
        }
        checkout.boughtOnce(line);
    }

    @Test
    void back_and_reload_after_paying_are_safe() {
        var line = line("back@keepline.example", "8901999900000003579");
        try (var person = browsers.person(1280, "en", true)) {
            var page = checkout.logIn(person, "back@keepline.example");
            checkout.toTheGateway(page, line);
            checkout.pay(page, GOOD_CARD);
            checkout.seeTheProof(page);
            page.goBack();
            page.goBack();
            page.goBack();
            page.reload();
            assertThat(page.locator("h1")).isVisible();
        }
        checkout.boughtOnce(line);
    }

    @Test
    void what_belongs_to_somebody_else_is_not_there() {
        var line = line("owner@keepline.example", "8901999900000003645");
        world.account("stranger@keepline.example");
        try (var person = browsers.person(1280, "en", true)) {
            var page = checkout.logIn(person, "stranger@keepline.example");
            for (var path : new String[] {"/lines/" + line.id(), "/lines/" + line.id() + "/renew"}) {
                var answer = page.navigate(world.url(path).toString());
                assertThat(answer.status()).isEqualTo(404);
                assertThat(page.content()).doesNotContain("555-01");
            }
        }
    }

    private static Line line(String email, String iccid) {
        AccountId account = world.account(email);
        return world.esim(account, new Iccid(iccid));
    }
}
