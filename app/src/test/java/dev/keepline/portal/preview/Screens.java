package dev.keepline.portal.preview;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Photographs pages: each × narrow and wide × light and dark × every language, into {@code target/screens}. */
final class Screens {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final String ORIGIN = "http://preview.invalid";

    private Screens() {}

    /** {@code mvn test-compile exec} or an IDE runs it; the first argument filters pages by name. */
    public static void main(String[] arguments) throws IOException {
        var wanted = arguments.length > 0 ? arguments[0] : "";
        Files.createDirectories(FOLDER);
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = launch(playwright)) {
            for (var language : Preview.languages()) {
                var pages = Preview.pages(language);
                for (var page : pages.entrySet()) {
                    if (page.getKey().contains(wanted)) {
                        photograph(browser, page.getKey() + "-" + language.tag(), page.getValue());
                    }
                }
            }
        }
    }

    static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static void photograph(Browser browser, String name, String html) {
        for (int width : new int[] {360, 1280}) {
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                try (var context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme))) {
                    var page = open(context.newPage(), html);
                    var file = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
                    page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(file)));
                }
            }
        }
    }

    /** The page with its own assets, from nowhere but here. */
    static Page open(Page page, String html) {
        page.route(ORIGIN + "/**", route -> answer(route, html));
        page.navigate(ORIGIN + "/");
        return page;
    }

    private static void answer(Route route, String html) {
        var path = route.request().url().substring(ORIGIN.length());
        var assets = Preview.ASSETS;
        for (var asset : List.of(assets.style(), assets.script(), assets.icon())) {
            if (asset.path().equals(path)) {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType(asset.contentType())
                        .setBodyBytes(asset.bytes(false)));
                return;
            }
        }
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html;charset=utf-8")
                .setBodyBytes(html.getBytes(StandardCharsets.UTF_8)));
    }
}
