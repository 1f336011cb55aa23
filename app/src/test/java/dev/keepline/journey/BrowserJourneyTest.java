package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole job in a real browser, and what people do to it. */
class BrowserJourneyTest {

    @RegisterExtension
    static final World world = new World();

    private static final Browsers browsers = new Browsers();
    private static final String GOOD_CARD = "4242 4242 4242 4242";
    private static final String DECLINED_CARD = "4000 0000 0000 0002";
    private static final String CHALLENGED_CARD = "4000 0027 6000 3184";
    private static final Pattern ON_THE_GATEWAY = Pattern.compile(".*/stripe/c/pay/.*");
    private static final Pattern ON_THE_TRACKER = Pattern.compile(".*/renewals/[0-9a-f-]{36}");

    @AfterAll
    static void close() {
        browsers.close();
    }

    @Test
    void somebody_logs_in_renews_pays_and_sees_the_proof() {
        var line = line("whole@keepline.example", "8901999900000003082");
        try (var person = browsers.person(1280, "en", true)) {
            var page = logIn(person, "whole@keepline.example");
            toTheGateway(page, line);
            pay(page, GOOD_CARD);
            seeTheProof(page);
            assertThat(page.locator("h1")).containsText("Renewed");
        }
        boughtOnce(line);
    }

    @Test
    void in_chinese_on_a_phone_without_script_it_is_the_same_job() {
        var line = line("phone@keepline.example", "8901999900000003157");
        try (var person = browsers.person(360, "zh-CN", false)) {
            var page = logIn(person, "phone@keepline.example");
            toTheGateway(page, line);
            pay(page, GOOD_CARD);
            for (int i = 0; i < 40 && proof(page).count() == 0; i++) {
                page.waitForTimeout(250);
                page.reload();
            }
            seeTheProof(page);
        }
        boughtOnce(line);
    }

    @Test
    void a_declined_card_is_said_and_another_card_pays_in_the_same_place() {
        var line = line("declined@keepline.example", "8901999900000003223");
        try (var person = browsers.person(360, "en", true)) {
            var page = logIn(person, "declined@keepline.example");
            toTheGateway(page, line);
            pay(page, DECLINED_CARD);
            assertThat(page).hasURL(ON_THE_GATEWAY);
            pay(page, GOOD_CARD);
            seeTheProof(page);
        }
        boughtOnce(line);
    }

    @Test
    void a_bank_that_asks_for_3d_secure_is_answered_and_the_line_is_renewed() {
        var line = line("secure@keepline.example", "8901999900000003298");
        try (var person = browsers.person(1280, "en", true)) {
            var page = logIn(person, "secure@keepline.example");
            toTheGateway(page, line);
            pay(page, CHALLENGED_CARD);
            page.locator("button[value=complete]").click();
            seeTheProof(page);
        }
        boughtOnce(line);
    }

    @Test
    void a_tab_closed_during_payment_leads_back_to_the_same_payment_page() {
        var line = line("closed@keepline.example", "8901999900000003363");
        try (var person = browsers.person(1280, "en", true)) {
            var page = logIn(person, "closed@keepline.example");
            toTheGateway(page, line);
            var gateway = page.url();
            page.close();
            var again = person.newPage();
            again.navigate(world.url("/lines/" + line.id()).toString());
            again.locator("a.btn[href*='/renewals/']").click();
            again.locator("a.btn[href*='/stripe/']").click();
            assertThat(again.url()).isEqualTo(gateway);
            pay(again, GOOD_CARD);
            seeTheProof(again);
        }
        boughtOnce(line);
    }

    @Test
    void fault_21_two_tabs_that_pay_for_the_same_quote_pay_once() {
        var line = line("tabs@keepline.example", "8901999900000003439");
        try (var person = browsers.person(1280, "en", true)) {
            var first = logIn(person, "tabs@keepline.example");
            toTheQuote(first, line);
            var second = person.newPage();
            second.navigate(first.url());
            accept(first);
            accept(second);
            assertThat(second.url()).isEqualTo(first.url());
            pay(first, GOOD_CARD);
            seeTheProof(first);
            second.reload();
            assertThat(second.locator("input[name=number]").count()).isZero();
        }
        boughtOnce(line);
    }

    @Test
    void fault_27_choosing_again_closes_the_page_that_was_open_and_only_the_new_one_can_be_paid() {
        var line = line("again@keepline.example", "8901999900000003710");
        try (var person = browsers.person(1280, "en", true)) {
            var first = logIn(person, "again@keepline.example");
            toTheGateway(first, line);
            var second = person.newPage();
            toTheGateway(second, line);
            assertThat(second.url()).isNotEqualTo(first.url());
            first.reload();
            assertThat(first.locator("input[name=number]").count()).isZero();
            pay(second, GOOD_CARD);
            seeTheProof(second);
        }
        boughtOnce(line);
    }

    @Test
    void back_and_reload_after_paying_are_safe() {
        var line = line("back@keepline.example", "8901999900000003579");
        try (var person = browsers.person(1280, "en", true)) {
            var page = logIn(person, "back@keepline.example");
            toTheGateway(page, line);
            pay(page, GOOD_CARD);
            seeTheProof(page);
            page.goBack();
            page.goBack();
            page.goBack();
            page.reload();
            assertThat(page.locator("h1")).isVisible();
        }
        boughtOnce(line);
    }

    @Test
    void what_belongs_to_somebody_else_is_not_there() {
        var line = line("owner@keepline.example", "8901999900000003645");
        world.account("stranger@keepline.example");
        try (var person = browsers.person(1280, "en", true)) {
            var page = logIn(person, "stranger@keepline.example");
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

    private static Page logIn(BrowserContext person, String email) {
        var page = person.newPage();
        page.navigate(world.url("/").toString());
        page.locator("input[type=email]").fill(email);
        page.locator("input[type=password]").fill(World.PASSWORD);
        page.locator("main form button").click();
        assertThat(page).hasURL(world.url("/").toString());
        return page;
    }

    private static void toTheGateway(Page page, Line line) {
        toTheQuote(page, line);
        accept(page);
    }

    private static void toTheQuote(Page page, Line line) {
        page.navigate(world.url("/lines/" + line.id() + "/renew").toString());
        page.locator("input[name=offer][value=sandbox-monthly]").check();
        page.locator("main form button.btn").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/quotes/.*"));
    }

    private static void accept(Page page) {
        page.locator("input[name=terms]").check();
        page.locator("main form button.btn").last().click();
        assertThat(page).hasURL(ON_THE_GATEWAY);
    }

    private static void pay(Page page, String card) {
        page.locator("input[name=email]").fill("payer@keepline.example");
        page.locator("input[name=number]").fill(card);
        page.locator("input[name=expiry]").fill("12/34");
        page.locator("input[name=cvc]").fill("123");
        page.locator("form button").first().click();
    }

    private static com.microsoft.playwright.Locator proof(Page page) {
        return page.locator("a[href$='/proof']");
    }

    private static void seeTheProof(Page page) {
        assertThat(page).hasURL(ON_THE_TRACKER);
        assertThat(proof(page)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        proof(page).click();
        assertThat(page).hasURL(Pattern.compile(".*/proof"));
    }

    /** At the gateway one charge, at the carrier one order, in the line's books one stretch. */
    private static void boughtOnce(Line line) {
        var books = world.bean(Lines.class).find(line.account(), line.id()).orElseThrow();
        assertThat(books.nextSegment()).isEqualTo(2);
        int charges = 0;
        for (var intent : world.sandbox().stripe("/payment_intents?limit=100").path("data")) {
            boolean ours = intent.toString().contains(line.account().toString());
            charges += ours && intent.path("amount_received").asLong() > 0 ? 1 : 0;
        }
        assertThat(charges).isEqualTo(1);
        var iccid = line.identity().iccid().orElseThrow().digits();
        assertThat(world.sandbox()
                        .dtone("/transactions?credit_party_account_number=" + iccid)
                        .size())
                .isEqualTo(1);
    }
}
