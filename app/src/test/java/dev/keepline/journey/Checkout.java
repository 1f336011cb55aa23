package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import java.util.regex.Pattern;

/** What a person does in a browser from log-in to proof, step by step. */
public final class Checkout {

    public static final String GOOD_CARD = "4242 4242 4242 4242";

    private static final Pattern ON_THE_GATEWAY = Pattern.compile(".*/stripe/c/pay/.*");
    private static final Pattern ON_THE_TRACKER = Pattern.compile(".*/renewals/[0-9a-f-]{36}");

    private final World world;

    public Checkout(World world) {
        this.world = world;
    }

    public Page logIn(BrowserContext person, String email) {
        var page = person.newPage();
        page.navigate(world.url("/").toString());
        page.locator("input[type=email]").fill(email);
        page.locator("input[type=password]").fill(World.PASSWORD);
        page.locator("main form button").click();
        assertThat(page).hasURL(world.url("/").toString());
        return page;
    }

    public void toTheGateway(Page page, Line line) {
        toTheQuote(page, line);
        accept(page);
    }

    public void toTheQuote(Page page, Line line) {
        page.navigate(world.url("/lines/" + line.id() + "/renew").toString());
        page.locator("input[name=offer][value=sandbox-monthly]").check();
        page.locator("main form button.btn").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/quotes/.*"));
    }

    public void accept(Page page) {
        page.locator("input[name=terms]").check();
        page.locator("main form button.btn").last().click();
        assertThat(page).hasURL(ON_THE_GATEWAY);
    }

    public void pay(Page page, String card) {
        page.locator("input[name=email]").fill("payer@keepline.example");
        page.locator("input[name=number]").fill(card);
        page.locator("input[name=expiry]").fill("12/34");
        page.locator("input[name=cvc]").fill("123");
        page.locator("form button").first().click();
    }

    public Locator proof(Page page) {
        return page.locator("a[href$='/proof']");
    }

    public void seeTheProof(Page page) {
        assertThat(page).hasURL(ON_THE_TRACKER);
        assertThat(proof(page)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        proof(page).click();
        assertThat(page).hasURL(Pattern.compile(".*/proof"));
    }

    /** At the gateway one charge, at the carrier one order, in the line's books one stretch. */
    public void boughtOnce(Line line) {
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
