package dev.keepline.portal.preview;

import dev.keepline.portal.frame.Assets;
import dev.keepline.portal.frame.Frame;
import dev.keepline.portal.frame.Templates;
import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders every page of the portal from sample data. */
final class Preview {

    static final Assets ASSETS = Assets.load();
    private static final Templates TEMPLATES = new Templates();
    private static final Languages LANGUAGES = Languages.load();

    private Preview() {}

    static List<Language> languages() {
        return LANGUAGES.all();
    }

    /** Every page by the name of its picture. */
    static Map<String, String> pages(Language language) {
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
                new Frame.Site("Sandbox Mobile", true),
                "/",
                "nonce",
                new Frame.Csrf("_csrf", "token"),
                sample.viewer(),
                SampleLines.NOW);
        return new String(
                TEMPLATES.page(sample.template(), frame, sample.page()).toByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
