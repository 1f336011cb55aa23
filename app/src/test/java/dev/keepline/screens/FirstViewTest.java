package dev.keepline.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.keepline.journey.BrowserWorld;
import dev.keepline.renewal.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first view on weak Wi-Fi, and for whom movement makes ill. */
class FirstViewTest {

    private static final long BUDGET = 60 * 1024;
    private static final int REQUESTS_AFTER_THE_DOCUMENT = 3;

    @RegisterExtension
    static final BrowserWorld browser = new BrowserWorld();

    @Test
    void all_lines_come_within_60_kilobytes_and_three_requests_after_the_document() {
        var stage = browser.once(Stage.class, Stage::set);
        try (var signedIn = browser.browsers().person(1280, "en", true)) {
            stage.signIn(signedIn, Who.SUBSCRIBER);
            var cookies = signedIn.cookies();
            try (var fresh = browser.browsers().person(360, "zh-CN", true)) {
                fresh.addCookies(cookies.stream()
                        .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                                .setUrl(stage.url("/")))
                        .toList());
                var page = fresh.newPage();
                var bytes = new ArrayList<Long>();
                var asked = new ArrayList<String>();
                var wire = fresh.newCDPSession(page);
                wire.send("Network.enable");
                wire.on("Network.requestWillBeSent", event -> asked.add(url(event)));
                wire.on(
                        "Network.loadingFinished",
                        event -> bytes.add(event.get("encodedDataLength").getAsLong()));
                page.navigate(stage.url("/"));
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                assertThat(page.locator("article").count()).isGreaterThan(4);
                assertThat(asked).hasSizeBetween(2, 1 + REQUESTS_AFTER_THE_DOCUMENT);
                assertThat(asked).allSatisfy(url -> assertThat(url).startsWith(stage.url("/")));
                assertThat(sum(bytes)).as("bytes over the wire").isBetween(10_000L, BUDGET);
            }
        }
    }

    @Test
    void nothing_moves_for_whom_movement_makes_ill() {
        var stage = browser.once(Stage.class, Stage::set);
        assertThat(movements(stage, ReducedMotion.NO_PREFERENCE)).isPositive();
        assertThat(movements(stage, ReducedMotion.REDUCE)).isZero();
    }

    private static int movements(Stage stage, ReducedMotion wish) {
        try (var person = browser.browsers()
                .person(new Browser.NewContextOptions().setReducedMotion(wish).setLocale("en"))) {
            stage.signIn(person, Who.RENEWER);
            Page page = person.newPage();
            page.navigate(stage.url(stage.tracker(Phase.ORDERED)));
            return (Integer) page.evaluate("() => document.getAnimations().length");
        }
    }

    private static String url(JsonObject event) {
        return event.getAsJsonObject("request").get("url").getAsString();
    }

    private static long sum(List<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).sum();
    }
}
