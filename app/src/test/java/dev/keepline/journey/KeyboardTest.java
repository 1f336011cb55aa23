package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.keepline.kernel.Iccid;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody without a mouse does the whole job: every step is reached with Tab, and seen where it is. */
class KeyboardTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    private static final int FARTHEST = 80;

    @Test
    void from_log_in_to_proof_with_the_keyboard_alone() {
        var world = shared.world();
        var line = world.esim(world.account("keys@keepline.example"), new Iccid("8901999900000002878"));
        try (var person = shared.browsers().person(1280, "en", true)) {
            var page = person.newPage();
            page.navigate(world.url("/").toString());
            type(page, "input[type=email]", "keys@keepline.example");
            type(page, "input[type=password]", World.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(world.url("/").toString());

            press(page, "a.btn[href='/lines/" + line.id() + "/renew']", "Enter");
            assertThat(page).hasURL(Pattern.compile(".*/renew"));
            to(page, "input[name=offer]");
            for (int i = 0; i < 8 && !focused(page, "[value=sandbox-monthly]"); i++) {
                page.keyboard().press("ArrowDown");
            }
            press(page, "main form button.btn", "Enter");
            assertThat(page).hasURL(Pattern.compile(".*/quotes/.*"));

            press(page, "input[name=terms]", "Space");
            press(page, "main form button.btn", "Enter");
            assertThat(page).hasURL(Pattern.compile(".*/stripe/.*"));
            type(page, "input[name=email]", "payer@keepline.example");
            type(page, "input[name=number]", Checkout.GOOD_CARD);
            type(page, "input[name=expiry]", "12/34");
            type(page, "input[name=cvc]", "123");
            page.keyboard().press("Enter");

            assertThat(page).hasURL(Pattern.compile(".*/renewals/[0-9a-f-]{36}"));
            assertThat(page.locator("#proof")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
            assertThat(page).hasTitle(Pattern.compile("Renewed.*Keepline"));
            press(page, "#proof", "Enter");
            assertThat(page).hasURL(Pattern.compile(".*/proof"));
        }
        new Checkout(world).boughtOnce(line);
    }

    @Test
    void the_first_tab_leads_past_the_frame_to_the_content() {
        try (var person = shared.browsers().person(360, "en", true)) {
            var page = person.newPage();
            page.navigate(shared.world().url("/login").toString());
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            assertThat(page.locator(".skip")).isInViewport();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("main :focus")).hasCount(1);
        }
    }

    private static void type(Page page, String field, String text) {
        to(page, field);
        page.keyboard().type(text);
    }

    private static void press(Page page, String control, String key) {
        to(page, control);
        page.keyboard().press(key);
    }

    /** Tab after Tab until the control has the focus, which must then be drawn around it. */
    private static void to(Page page, String control) {
        page.waitForSelector(control);
        for (int i = 0; i < FARTHEST && !focused(page, control); i++) {
            page.keyboard().press("Tab");
        }
        if (!focused(page, control)) {
            throw new AssertionError(control + " is not reached with Tab on " + page.url());
        }
        if (page.url().contains("/stripe/")) {
            return;
        }
        boolean drawn =
                (Boolean) page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle !== 'none'");
        if (!drawn) {
            throw new AssertionError(control + " does not show that it has the focus");
        }
    }

    private static boolean focused(Page page, String selector) {
        return (Boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
    }
}
