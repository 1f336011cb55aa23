package dev.keepline.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.keepline.journey.Browsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The few pictures of the running product that the documents show: {@code ./keepline screens --documents}. What a screen
 * shows at once, not whole pages, so that they stay small.
 */
final class Pictures {

    private static final int MOST_BYTES = 150_000;

    /** One picture: a scene as somebody with that screen sees it. */
    private record Picture(String file, String scene, String language, int width, ColorScheme scheme) {}

    private static final List<Picture> ALL = List.of(
            new Picture("portal-light.png", "lines", "en", 1280, ColorScheme.LIGHT),
            new Picture("portal-dark-360.png", "lines", "en", 360, ColorScheme.DARK),
            new Picture("portal-zh-light.png", "lines", "zh-CN", 1280, ColorScheme.LIGHT));

    private Pictures() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        try (var browsers = new Browsers();
                var stage = Stage.set()) {
            for (Picture picture : ALL) {
                take(browsers, stage, picture, folder.resolve(picture.file()));
            }
        }
        System.exit(0);
    }

    private static void take(Browsers browsers, Stage stage, Picture picture, Path file) throws IOException {
        var scene = Scenes.all().stream()
                .filter(each -> each.name().equals(picture.scene()))
                .findFirst()
                .orElseThrow();
        var options = new Browser.NewContextOptions()
                .setLocale(picture.language())
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(picture.scheme())
                .setViewportSize(picture.width(), picture.width() == 360 ? 720 : 640);
        try (var browser = browsers.person(options);
                var page = browser.newPage()) {
            stage.signIn(browser, scene.who());
            scene.way().go(page, stage);
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalStateException(file + " is larger than " + MOST_BYTES + " bytes: " + Files.size(file));
        }
        System.out.println(file + "  " + Files.size(file) / 1000 + " kB");
    }
}
