package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody makes an account in a real browser, changes the password, leaves, and the account is gone. */
class BrowserAccountTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+\\?t=\\S+)");

    @BeforeEach
    void forgetTries() {
        shared.world().postgres().owner().sql("delete from sign_in_tries").update();
    }

    @ParameterizedTest
    @CsvSource({"en,true", "en,false", "zh-CN,true", "zh-CN,false"})
    void from_sign_up_to_leaving(String language, boolean script) {
        var email = "life-" + language.toLowerCase(java.util.Locale.ROOT) + "-" + script + "@keepline.example";
        try (var person = shared.browsers().person(360, language, script)) {
            var page = person.newPage();
            page.navigate(url("/login"));
            page.locator("a[href='/signup']").click();
            page.locator("input[type=email]").fill(email);
            submit(page, "/signup");
            assertThat(page.locator("main")).containsText(email);
            submit(page, "/signup");
            assertThat(page.locator("main")).containsText(email);

            page.navigate(url(link(email)));
            page.locator("input[name=name]").fill("Lin Wei");
            page.locator("input[name=password]").fill("thirteen calm otters");
            submit(page, "/signup/confirm");
            assertThat(page).hasURL(url("/?said=welcome"));
            assertThat(page.locator("main [role=status]")).isVisible();

            page.locator(".nav a[href='/settings']").click();
            page.locator("#pp").fill("thirteen calm otters");
            page.locator("#np").fill("fourteen loud herons");
            submit(page, "/settings/password");
            assertThat(page).hasURL(url("/settings?done=password"));
            assertThat(page.locator("[role=status]").first()).isVisible();

            page.locator("a[href='/settings/delete']").click();
            page.locator("#pd").fill("fourteen loud herons");
            submit(page, "/settings/delete");
            assertThat(page).hasURL(url("/login?deleted"));
            page.navigate(url("/"));
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        }
    }

    private static void submit(Page page, String action) {
        page.locator("form[action='" + action + "'] button.btn").first().click();
    }

    private static String link(String email) {
        var sandbox = shared.world().sandbox();
        RealProcess.await(
                "a letter for " + email,
                Duration.ofSeconds(30),
                () -> !sandbox.letters(email).isEmpty());
        var found = LINK.matcher(sandbox.letters(email).get(0).path("text").asString());
        if (!found.find()) {
            throw new AssertionError("no link in " + sandbox.letters(email));
        }
        return found.group(1);
    }

    private static String url(String path) {
        return shared.world().url(path).toString();
    }
}
