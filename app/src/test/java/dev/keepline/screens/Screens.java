package dev.keepline.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.keepline.journey.Browsers;
import dev.keepline.portal.preview.Preview;
import dev.keepline.portal.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Photographs every page × narrow and wide × light and dark × every language: first what the running product shows, then
 * the states that only sample data can show. A page that fails is named at the end; all others have their pictures. {@code ./keepline screens [FOLDER [PART OF A NAME]]} runs it.
 */
final class Screens {

    private final Path folder;
    private final String wanted;
    private final ContactSheet sheet;
    private final Attempts attempts = new Attempts();

    private Screens(Path folder, String wanted) {
        this.folder = folder;
        this.wanted = wanted;
        this.sheet = new ContactSheet(folder);
    }

    public static void main(String[] arguments) throws IOException {
        var rest = Arrays.asList(arguments);
        var folder = Path.of(rest.isEmpty() ? "target/screens" : rest.getFirst());
        Files.createDirectories(folder);
        var screens = new Screens(folder, rest.size() > 1 ? rest.get(1) : "");
        try (var browsers = new Browsers()) {
            screens.attempts.attempt("the product", () -> {
                try (var stage = Stage.set()) {
                    screens.product(browsers, stage);
                }
            });
            screens.samples(browsers);
        }
        System.out.println(screens.sheet.write());
        screens.attempts.failed().forEach(failed -> System.err.println("No picture of " + failed));
        System.exit(screens.attempts.exit());
    }

    private void product(Browsers browsers, Stage stage) {
        var scenes = Scenes.all().stream()
                .filter(scene -> scene.name().contains(wanted))
                .toList();
        for (var who : Who.values()) {
            var theirs = scenes.stream().filter(scene -> scene.who() == who).toList();
            for (var language : theirs.isEmpty() ? List.<Language>of() : Preview.languages()) {
                try (var browser = browser(browsers, language)) {
                    attempts.attempt("the pages of " + who + ", " + language.tag(), () -> {
                        stage.signIn(browser, who);
                        theirs.forEach(scene -> attempts.attempt(
                                scene.name() + ", " + language.tag(),
                                () -> photograph(browser, stage, scene, language)));
                    });
                }
            }
        }
    }

    private void photograph(BrowserContext browser, Stage stage, Scene scene, Language language) {
        try (var page = browser.newPage()) {
            scene.way().go(page, stage);
            photograph(page, scene.name(), language);
        }
    }

    private void samples(Browsers browsers) {
        for (var language : Preview.languages()) {
            try (var browser = browser(browsers, language);
                    var page = browser.newPage()) {
                Preview.pages(language).forEach((name, html) -> {
                    if (name.contains(wanted)) {
                        attempts.attempt(
                                "sample-" + name + ", " + language.tag(),
                                () -> photograph(Preview.open(page, html), "sample-" + name, language));
                    }
                });
            }
        }
    }

    private static BrowserContext browser(Browsers browsers, Language language) {
        return browsers.person(new Browser.NewContextOptions()
                .setLocale(language.tag())
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1280, 900));
    }

    private void photograph(Page page, String name, Language language) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, width == 360 ? 780 : 900);
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var shot = new ContactSheet.Shot(name, language.tag(), width, scheme == ColorScheme.DARK);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(shot.file())));
                sheet.add(shot);
            }
        }
    }
}
