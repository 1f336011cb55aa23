package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.keepline.identity.Accounts;
import dev.keepline.kernel.Iccid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lines in a real browser: kept track of, asked about, imported. */
class LinesBrowserTest {

    @RegisterExtension
    static final World world = new World();

    private static final Browsers browsers = new Browsers();
    private static final Pattern ON_A_LINE = Pattern.compile(".*/lines/[0-9a-f-]{36}");

    @AfterAll
    static void close() {
        browsers.close();
    }

    @Test
    void a_line_is_kept_track_of_renewed_elsewhere_and_removed_on_the_smallest_screen_without_script() {
        world.account("small@keepline.example");
        try (var person = browsers.person(320, "zh-CN", false)) {
            var page = logIn(person, "small@keepline.example");
            page.locator("a[href='/lines/new']").click();
            page.locator("input[name=number]").fill("212 555 0142");
            page.locator("main form button").click();
            page.locator("select[name=carrier]").selectOption("att-prepaid");
            page.locator("select[name=plan]").selectOption("att-prepaid-non-monthly-balance");
            page.locator("select[name=state]").selectOption("NY");
            page.locator("input[name=zip]").fill("10001");
            fits(page);
            page.locator("main form button").click();
            assertThat(page).hasURL(ON_A_LINE);
            fits(page);
            page.locator("a[href$='/elsewhere']").click();
            page.locator("input[name=amount]").fill("25");
            page.locator("button[value=look]").click();
            fits(page);
            page.locator("button[value=record]").click();
            assertThat(page.locator(".paid li")).hasCount(1);
            page.locator("a[href$='/remove']").click();
            page.locator("main form button").click();
            assertThat(page.locator("article.line")).hasCount(0);
        }
    }

    @Test
    void the_button_asks_the_carrier_and_the_page_shows_its_answer() {
        var account = world.account("ask@keepline.example");
        var line = world.esim(account, new Iccid("8901999900000003082"));
        try (var person = browsers.person(1280, "en", true)) {
            var page = logIn(person, "ask@keepline.example");
            page.navigate(world.url("/lines/" + line.id()).toString());
            page.locator("form[action$='/refresh'] button").click();
            assertThat(page.locator("main [role=status]")).containsText("Read from Sandbox Mobile");
            page.locator("form[action$='/refresh'] button").click();
            assertThat(page.locator("main [role=alert]")).containsText("You can ask again in");
        }
    }

    @Test
    void staff_check_a_file_and_import_it() {
        world.bean(Accounts.class).makeStaff(world.account("staff@keepline.example"), Instant.EPOCH);
        var file =
                "reference;email;number;carrier;state;zip\nA-1;holder@keepline.example;2125550177;att-prepaid;NY;10001\n";
        try (var person = browsers.person(1280, "en", true)) {
            var page = logIn(person, "staff@keepline.example");
            page.navigate(world.url("/console/imports").toString());
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("lines.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            assertThat(page.locator("h1")).containsText("Checked, no mistake");
            page.locator("form[action$='/import'] button").click();
            assertThat(page.locator("h1")).containsText("Imported: one row");
        }
    }

    /** Nothing lies beyond the edge. */
    private static void fits(Page page) {
        var wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).isEqualTo(0);
    }

    private static Page logIn(BrowserContext person, String email) {
        var page = person.newPage();
        page.navigate(world.url("/login").toString());
        page.locator("input[type=email]").fill(email);
        page.locator("input[type=password]").fill(World.PASSWORD);
        page.locator("main form button").click();
        assertThat(page.locator("nav").first()).isVisible();
        return page;
    }
}
