package dev.keepline.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium; Playwright downloads none. */
public final class Browsers implements AutoCloseable {

    /** Nothing of the browser's own goes to the network. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(FLAGS));

    private static Path executable() {
        return Path.of(Optional.ofNullable(System.getenv("KEEPLINE_CHROMIUM")).orElse("/usr/bin/chromium"));
    }

    /** A person with a screen this wide, in this language; without script when they have switched it off. */
    public BrowserContext person(int width, String language, boolean script) {
        return person(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale(language)
                .setJavaScriptEnabled(script)
                .setColorScheme(ColorScheme.LIGHT));
    }

    /** A person with whatever else makes them particular. */
    public BrowserContext person(Browser.NewContextOptions options) {
        var context = chromium.newContext(options);
        context.setDefaultTimeout(20_000);
        return context;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
