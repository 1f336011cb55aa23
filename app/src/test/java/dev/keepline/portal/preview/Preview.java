package dev.keepline.portal.preview;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.keepline.portal.frame.Assets;
import dev.keepline.portal.frame.Frame;
import dev.keepline.portal.frame.Templates;
import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders every page of the portal from sample data, and shows it to a browser without a server. */
public final class Preview {

    private static final String ORIGIN = "http://preview.invalid";
    private static final Assets ASSETS = Assets.load();
    private static final Templates TEMPLATES = new Templates();
    private static final Languages LANGUAGES = Languages.load();

    private Preview() {}

    /** Every language there are pages in. */
    public static List<Language> languages() {
        return LANGUAGES.all();
    }

    /** Every page by the name of its picture. */
    public static Map<String, String> pages(Language language) {
        var words = new Words(language);
        var pages = new TreeMap<String, String>();
        new SamplePages(words).all().forEach((name, sample) -> pages.put(name, render(words, sample)));
        return pages;
    }

    private static String render(Words words, SamplePages.Sample sample) {
        var frame = new Frame(
                words,
                LANGUAGES.all(),
                ASSETS,
                new Frame.Site("Sandbox Mobile", "help@sandbox-mobile.example", true),
                new Frame.Here("/", ""),
                "nonce",
                new Frame.Csrf("_csrf", "token"),
                sample.viewer(),
                SampleLines.NOW);
        return new String(
                TEMPLATES.page(sample.template(), frame, sample.page()).toByteArray(), StandardCharsets.UTF_8);
    }

    /** The page with its own assets, from nowhere but here. */
    public static Page open(Page page, String html) {
        page.unrouteAll();
        page.route(ORIGIN + "/**", route -> answer(route, html));
        page.navigate(ORIGIN + "/");
        return page;
    }

    private static void answer(Route route, String html) {
        var path = route.request().url().substring(ORIGIN.length());
        for (var asset : List.of(ASSETS.style(), ASSETS.script(), ASSETS.icon())) {
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
