package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.OpenSessions;
import dev.keepline.journey.World;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody typed is not lost: not by another language, not by a session that is over, not by a form that is too old. */
class KeptFormsTest {

    @RegisterExtension
    static final World world = new World();

    private static final String TEXT = "我上周换了手机，<b>两次</b>都没收到验证码 & more";
    private static final String SHOWN = "我上周换了手机，&lt;b&gt;两次&lt;/b&gt;都没收到验证码 &amp; more</textarea>";
    private static final Pattern FIELD = Pattern.compile("name=\"(back|kept|next)\"[^>]*? value=\"([^\"]*)\"");

    @Test
    void a_form_with_a_mistake_is_read_in_the_other_language_with_what_was_typed() {
        world.account("ann@example.com");
        var ann = visitor("ann@example.com");
        var wrong = ann.submit(
                "/settings", "/settings/email", Map.of("email", "nobody at home", "present", "one secret word"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var chinese = ann.post("/language", with(wrong, Map.of("to", "zh-CN")), ann.token());
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.body())
                .contains("<html lang=\"zh-CN\"", "value=\"nobody at home\"", "name=\"back\" value=\"/settings\"")
                .doesNotContain("one secret word");
        assertThat(fields(wrong).get("kept")).doesNotContain("secret");
        var back = ann.post("/language", with(chinese, Map.of("to", "en")), ann.token());
        assertThat(back.body()).contains("<html lang=\"en\"", "value=\"nobody at home\"");
    }

    @Test
    void the_second_step_of_a_form_comes_back_as_the_second_step() {
        world.account("sue@example.com");
        var sue = visitor("sue@example.com");
        var wrong = sue.submit(
                "/lines/new",
                "/lines/new",
                Map.of("number", "2125550142", "carrier", "google-fi", "label", "Mum", "state", "AL", "zip", "10001"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var chinese = sue.post("/language", with(wrong, Map.of("to", "zh-CN")), sue.token());
        assertThat(chinese.body())
                .contains("value=\"Mum\"", "value=\"10001\"")
                .containsPattern("<option value=\"AL\" selected>")
                .containsPattern("<option value=\"google-fi\" selected");
    }

    @Test
    void a_question_outlives_its_session_and_a_wrong_password() {
        var bob = world.account("bob@example.com");
        var browser = visitor("bob@example.com");
        var token = browser.formToken("/support/new?topic=sim");
        world.bean(OpenSessions.class).endAll(bob);
        var key = "11111111-2222-3333-4444-555555555555";
        var asked = browser.post("/support/new", Map.of("text", TEXT, "topic", "sim", "key", key), token);
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("Nothing was sent yet", "action=\"/login\"");
        assertThat(fields(asked).get("next")).isEqualTo("/support/new?topic=sim");

        var wrong = browser.post(
                "/login", with(asked, Map.of("email", "bob@example.com", "password", "no")), browser.token());
        assertThat(wrong.statusCode()).isEqualTo(422);
        var entered = browser.post(
                "/login", with(wrong, Map.of("email", "bob@example.com", "password", World.PASSWORD)), browser.token());
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.body()).contains(SHOWN, "You are signed in. What you typed is below", key);
        var sent = browser.post("/support/new", Map.of("text", TEXT, "key", key), browser.formToken("/support/new"));
        assertThat(sent.headers().firstValue("Location")).hasValue("/support/" + key);
    }

    @Test
    void a_form_of_ours_that_is_too_old_comes_back_filled_in_and_one_of_anybody_elses_does_not() {
        world.account("cat@example.com");
        var cat = visitor("cat@example.com");
        var ours = new Visitor(origin()).saying("Sec-Fetch-Site", "same-origin");
        ours.signIn("cat@example.com", World.PASSWORD);
        var old = ours.post("/support/new", Map.of("text", TEXT), "of-another-day");
        assertThat(old.statusCode()).isEqualTo(403);
        assertThat(old.body()).contains(SHOWN, "open too long", "What you typed is below");

        var forged = cat.post("/support/new", Map.of("text", TEXT), "forged");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body())
                .contains("open too long", "Nothing has changed", "href=\"/support/new\"")
                .doesNotContain("换了手机", "Your money");

        var stranger = new Visitor(origin()).saying("Sec-Fetch-Site", "same-origin");
        var asked = stranger.post("/support/new", Map.of("text", TEXT), "none");
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("Nothing was sent yet", "name=\"kept\"");
        var entered = stranger.post(
                "/login",
                with(asked, Map.of("email", "cat@example.com", "password", World.PASSWORD)),
                stranger.token());
        assertThat(entered.body()).contains(SHOWN);
    }

    @Test
    void a_button_leads_to_its_own_page_after_signing_in_and_a_page_with_its_question() {
        var nobody = new Visitor(origin());
        var pressed = nobody.post("/messages/seen", Map.of(), nobody.token());
        assertThat(pressed.headers().firstValue("Location")).hasValue("/login?next=%2F");
        var deleted = nobody.post("/settings/delete", Map.of("present", "secret"), nobody.token());
        assertThat(deleted.headers().firstValue("Location")).hasValue("/login?next=%2Fsettings%2Fdelete");
        assertThat(nobody.get("/support/new?topic=sim").headers().firstValue("Location"))
                .hasValue("/login?next=%2Fsupport%2Fnew%3Ftopic%3Dsim");
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        var fields = new HashMap<String, String>();
        FIELD.matcher(page.body())
                .results()
                .filter(field -> !field.group(2).isEmpty())
                .forEach(field -> fields.put(
                        field.group(1),
                        field.group(2)
                                .replace("&lt;", "<")
                                .replace("&#34;", "\"")
                                .replace("&#39;", "'")
                                .replace("&amp;", "&")));
        return fields;
    }

    private static Map<String, String> with(HttpResponse<String> page, Map<String, String> more) {
        var all = new HashMap<>(fields(page));
        all.putAll(more);
        return all;
    }

    private static String origin() {
        var origin = world.url("/").toString();
        return origin.substring(0, origin.length() - 1);
    }

    private static Visitor visitor(String email) {
        var visitor = new Visitor(origin());
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
