package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody changes the language of a page while typing: what stands in the form stays there. */
class LanguageBrowserTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    private static final String TEXT = "第一行 & \"quotes\" + 100%\nsecond line 🙂";

    @BeforeEach
    void forgetTries() {
        shared.world().postgres().owner().sql("delete from sign_in_tries").update();
    }

    @Test
    void a_question_that_is_not_sent_yet_is_still_there() {
        var account = shared.world().account("types@keepline.example");
        var line = shared.world().esim(account, World.iccid(91, "9181"));
        try (var person = shared.browsers().person(360, "en", true)) {
            var page = person.newPage();
            page.navigate(url("/login"));
            page.locator("#e").fill("types@keepline.example");
            page.locator("#pw").fill(World.PASSWORD);
            page.locator("form[action='/login'] button.btn").click();
            page.navigate(url("/support/new?line=" + line.id()));
            page.locator("textarea").fill(TEXT);
            speak(page, "zh-CN");
            assertThat(page.locator("textarea")).hasValue(TEXT);
            page.locator("textarea").fill(TEXT + "!");
            speak(page, "en");
            assertThat(page.locator("textarea")).hasValue(TEXT + "!");
            speak(page, "zh-CN");
            assertThat(page.locator("textarea")).hasValue(TEXT + "!");
            page.locator("form[action='/support/new'] button.btn").click();
            assertThat(page.locator(".thread")).containsText("second line 🙂!");
        }
    }

    @Test
    void a_name_and_a_zone_stay_and_a_password_is_never_sent_along() {
        var email = "newcomer@keepline.example";
        var desk = new AccountDesk(shared.world());
        try (var person = shared.browsers().person(360, "zh-CN", true)) {
            var page = person.newPage();
            page.navigate(url("/signup"));
            page.locator("#e").fill(email);
            page.locator("form[action='/signup'] button.btn").click();
            page.navigate(url(desk.link(desk.anyLetter(email, "/signup/confirm?t="))));
            page.locator("#n").fill("李伟");
            page.locator("select[name=zone]").selectOption("America/Chicago");
            page.locator("input[name=password]").fill("thirteen calm otters");
            page.locator(".reveal input").first().check();
            var sent = page.waitForRequest("**/language", () -> speak(page, "en"));
            assertThat(sent.postData()).contains("kept=").doesNotContain("otters", "calm");
            assertThat(page.locator("#n")).hasValue("李伟");
            assertThat(page.locator("select[name=zone]")).hasValue("America/Chicago");
            assertThat(page.locator("input[name=password]")).hasValue("");
        }
    }

    @Test
    void a_form_with_a_mistake_comes_back_as_it_was_corrected() {
        shared.world().account("corrects@keepline.example");
        try (var person = new Somebody(shared, "en,true,360").signedIn("corrects@keepline.example")) {
            var page = person.page();
            person.open("/settings");
            page.locator("#e").fill("nobody at home@x");
            page.locator("#pe").fill("one secret word");
            page.evaluate("document.querySelector('#e').form.noValidate = true");
            page.locator("form[action='/settings/email'] button").click();
            page.locator("#e").fill("corrected@keepline.example");
            page.locator("header form[action='/language'] button").click();
            assertThat(page.locator("#e")).hasValue("corrected@keepline.example");
        }
    }

    private static void speak(Page page, String language) {
        page.locator("header button[value='" + language + "']").click();
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    private static String url(String path) {
        return shared.world().url(path).toString();
    }
}
