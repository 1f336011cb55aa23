package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import java.nio.file.Path;
import java.util.Locale;

/** Somebody with a browser, a language, a screen and perhaps without script; on every page nothing lies beyond the edge. */
final class Somebody implements AutoCloseable {

    /** Both languages, with and without script, on a phone and on a desk: every two of them meet. */
    static final String[] EVERYBODY = {"en,true,1280", "en,false,360", "zh-CN,true,360", "zh-CN,false,1280"};

    private final World world;
    private final BrowserContext browser;
    private final Page page;
    private final Words words;

    Somebody(BrowserWorld shared, String kind) {
        this(shared.world(), shared.browsers(), kind.split(",", -1));
    }

    private Somebody(World world, Browsers browsers, String[] kind) {
        this.world = world;
        this.browser = browsers.person(new Browser.NewContextOptions()
                .setViewportSize(Integer.parseInt(kind[2]), 800)
                .setLocale(kind[0])
                .setJavaScriptEnabled(Boolean.parseBoolean(kind[1]))
                .setColorScheme(kind[0].equals("en") ? ColorScheme.LIGHT : ColorScheme.DARK));
        this.page = browser.newPage();
        Language language = Languages.load().byTag(kind[0]).orElseThrow();
        this.words = new Words(language);
    }

    /** As an address, an account and a name have it: {@code bills-zh-cn-true-360}. */
    static String named(String what, String kind) {
        return what + "-" + kind.toLowerCase(Locale.ROOT).replace(',', '-');
    }

    Page page() {
        return page;
    }

    Words words() {
        return words;
    }

    Somebody signedIn(String email) {
        open("/login");
        find("input[type=email]").fill(email);
        find("input[type=password]").fill(World.PASSWORD);
        press("main form button.wide");
        page.waitForURL(address -> !address.contains("/login"));
        return this;
    }

    void open(String path) {
        page.navigate(world.url(path).toString());
        fits();
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Presses what leads on, and looks at where it led. */
    void press(String selector) {
        find(selector).first().click();
        page.waitForLoadState();
        fits();
    }

    /** The page is this one. */
    void at(String path) {
        assertThat(page).hasURL(world.url(path).toString());
    }

    /** The main part says this, in this language. */
    void reads(String key, Object... namesAndValues) {
        assertThat(find("main")).containsText(words.t(key, namesAndValues));
    }

    /** What a link leads to that is no page. */
    byte[] file(String selector, String type) {
        var path = find(selector).first().getAttribute("href");
        var answer = browser.request().get(world.url(path).toString(), RequestOptions.create());
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).startsWith(type);
        return answer.body();
    }

    /** With {@code -Dkeepline.pictures=FOLDER} every page is also photographed as it is met. */
    private void photograph() {
        var folder = System.getProperty("keepline.pictures", "");
        if (!folder.isEmpty()) {
            var name = page.url().replaceFirst("https?://[^/]+", "").replaceAll("[0-9a-f-]{36}|[^a-z]+", "-");
            var file = words.language().tag() + page.viewportSize().width + name + System.nanoTime() + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder).resolve(file)));
        }
    }

    private void fits() {
        photograph();
        var wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as("beyond the edge of %s", page.url()).isEqualTo(0);
    }

    @Override
    public void close() {
        browser.close();
    }
}
