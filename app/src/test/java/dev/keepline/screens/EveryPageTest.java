package dev.keepline.screens;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import dev.keepline.journey.BrowserWorld;
import dev.keepline.portal.preview.Preview;
import dev.keepline.portal.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What holds on every page in every state, language, theme and width: axe finds nothing (WCAG 2.2 A and AA, and its best
 * practices), nothing is wider than the screen at 320, 360 and 1280 px, and what is pressed is large enough for a thumb.
 */
class EveryPageTest {

    @RegisterExtension
    static final BrowserWorld browser = new BrowserWorld();

    /** The sandbox cannot be brought to these in a moment; all other samples show what the running product shows too. */
    private static final Pattern ONLY_HERE = Pattern.compile("tracker-(opening|closing|authorised|confirmed|releasing"
            + "|refunding|refund_failed|owed)|error-(often|broken)|quote-expired|console-empty");

    private final List<BrowserContext> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(BrowserContext::close);
    }

    @TestFactory
    Stream<DynamicTest> of_the_running_product() {
        var stage = browser.once(Stage.class, Stage::set);
        return Preview.languages().stream()
                .flatMap(language -> Stream.of(Who.values()).flatMap(who -> of(stage, language, who)));
    }

    private Stream<DynamicTest> of(Stage stage, Language language, Who who) {
        var person = person(language);
        stage.signIn(person, who);
        return Scenes.all().stream()
                .filter(scene -> scene.who() == who)
                .map(scene -> dynamicTest(scene.name() + " " + language.tag(), () -> {
                    try (var page = person.newPage()) {
                        scene.way().go(page, stage);
                        passes(new Inspection(page).problems());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> of_the_states_only_sample_data_can_show() {
        return Preview.languages().stream().flatMap(language -> {
            var page = person(language).newPage();
            return Preview.pages(language).entrySet().stream()
                    .filter(sample -> ONLY_HERE.matcher(sample.getKey()).matches())
                    .map(sample -> dynamicTest(sample.getKey() + " " + language.tag(), () -> {
                        Preview.open(page, sample.getValue());
                        passes(new Inspection(page).problems());
                    }));
        });
    }

    private static void passes(List<String> problems) {
        assertTrue(problems.isEmpty(), () -> String.join("\n", problems));
    }

    private BrowserContext person(Language language) {
        var person = browser.browsers()
                .person(new Browser.NewContextOptions()
                        .setLocale(language.tag())
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(1280, 900));
        open.add(person);
        return person;
    }
}
