package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInTest {

    @RegisterExtension
    static final Portal portal = new Portal();

    @Test
    void signing_in_leads_to_the_page_that_was_wanted_under_a_new_session() {
        portal.account("ann@example.com");
        var ann = portal.visitor();
        var asked = ann.get("/lines/00000000-0000-0000-0000-000000000001");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location"))
                .hasValue("/login?next=%2Flines%2F00000000-0000-0000-0000-000000000001");

        var entered = ann.submit(
                "/login", "/login", Map.of("email", " Ann@Example.com", "password", Portal.PASSWORD, "next", "/lines"));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location")).hasValue("/lines");
        var cookie = entered.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("keepline="))
                .findFirst();
        assertThat(cookie.orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");

        var before = ann.cookie("keepline");
        ann.signIn("ann@example.com", Portal.PASSWORD);
        assertThat(ann.cookie("keepline")).isNotEqualTo(before);
    }

    @Test
    void wrong_password_and_unknown_address_get_the_same_answer_and_the_address_stays_in_the_form() {
        portal.account("bob@example.com");
        var wrong = portal.visitor().signIn("bob@example.com", "no");
        var unknown = portal.visitor().signIn("bob@example.org", "no");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("do not match", "value=\"bob@example.com\"");
        assertThat(withoutSecrets(unknown.body()).replace("example.org", "example.com"))
                .isEqualTo(withoutSecrets(wrong.body()));
    }

    @Test
    void many_tries_are_stopped_with_the_wait_said_and_a_restart_does_not_forget() {
        portal.account("cat@example.com");
        var thief = portal.visitor();
        for (int i = 0; i < 5; i++) {
            assertThat(thief.signIn("cat@example.com", "guess" + i).statusCode())
                    .isEqualTo(422);
        }
        var stopped = thief.signIn("cat@example.com", Portal.PASSWORD);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 30L);
        assertThat(stopped.body()).contains("Too many tries");

        portal.restart();
        assertThat(portal.visitor().signIn("cat@example.com", Portal.PASSWORD).statusCode())
                .isEqualTo(429);
    }

    @Test
    void whoever_reads_in_chinese_before_signing_in_gets_mail_in_chinese_unless_they_chose_before() {
        var account = portal.account("lan@example.com");
        var reader = portal.visitor();
        reader.submit("/login", "/language", Map.of("to", "zh-CN", "back", "/login"));
        reader.signIn("lan@example.com", Portal.PASSWORD);
        assertThat(portal.bean(Accounts.class).recipient(account).orElseThrow().language())
                .isEqualTo("zh-CN");

        portal.bean(Accounts.class).setLanguage(account, "en");
        var again = portal.visitor();
        again.submit("/login", "/language", Map.of("to", "zh-CN", "back", "/login"));
        again.signIn("lan@example.com", Portal.PASSWORD);
        assertThat(portal.bean(Accounts.class).recipient(account).orElseThrow().language())
                .isEqualTo("en");
    }

    @Test
    void a_form_without_our_token_is_refused_and_says_what_happened() {
        var forged = portal.visitor().post("/login", Map.of("email", "x@example.com", "password", "x"), "forged");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body())
                .contains("open too long", "Nothing has changed", "href=\"/login\"")
                .doesNotContain("x@example.com", "Your money");
        var pay = "/quotes/00000000-0000-0000-0000-000000000001/pay";
        assertThat(portal.visitor().post(pay, Map.of("terms", "yes"), "forged").body())
                .contains("too old to be sent", "Nothing was held or taken");
    }

    @Test
    void signing_out_ends_the_session() {
        portal.account("dan@example.com");
        var dan = portal.visitor();
        dan.signIn("dan@example.com", Portal.PASSWORD);
        assertThat(dan.get("/nowhere").statusCode()).isEqualTo(404);
        var left = dan.submit("/nowhere", "/logout", Map.of());
        assertThat(left.headers().firstValue("Location")).hasValue("/login?left");
        assertThat(dan.get("/nowhere").statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_is_not_written_again_by_looking_at_pages() {
        portal.account("eve@example.com");
        var eve = portal.visitor();
        eve.signIn("eve@example.com", Portal.PASSWORD);
        var before = sessions();
        eve.get("/nowhere");
        eve.get("/nowhere");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void pages_load_nothing_but_their_own_and_may_be_framed_by_nobody() {
        var page = portal.visitor().get("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self';", "frame-ancestors 'none'", "script-src 'nonce-");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.body()).doesNotContain(" style=", "<style", "onclick", "javascript:");
    }

    @Test
    void the_language_is_the_browsers_until_one_is_chosen_and_then_remembered() {
        var visitor = portal.visitor();
        assertThat(visitor.get("/login", "Accept-Language", "zh-TW,zh;q=0.9").body())
                .contains("<html lang=\"zh-CN\"");
        assertThat(visitor.get("/login", "Accept-Language", "fr").body()).contains("<html lang=\"en\"");
        var chosen = visitor.submit("/login", "/language", Map.of("to", "zh-CN", "back", "/login"));
        assertThat(chosen.headers().firstValue("Location")).hasValue("/login");
        assertThat(visitor.get("/login", "Accept-Language", "en").body()).contains("<html lang=\"zh-CN\"");
    }

    @Test
    void who_never_switched_reads_the_browsers_language_and_who_did_reads_their_own_in_every_browser() {
        portal.account("tongue@example.com");
        var chinese = portal.visitor();
        chinese.signIn("tongue@example.com", Portal.PASSWORD);
        assertThat(chinese.get("/", "Accept-Language", "zh-CN").body()).contains("<html lang=\"zh-CN\"");
        assertThat(chinese.get("/", "Accept-Language", "en").body()).contains("<html lang=\"en\"");

        chinese.submit("/", "/language", Map.of("to", "zh-CN", "back", "/"));
        var another = portal.visitor();
        another.signIn("tongue@example.com", Portal.PASSWORD);
        assertThat(another.get("/", "Accept-Language", "en").body()).contains("<html lang=\"zh-CN\"");
    }

    @Test
    void next_and_back_lead_nowhere_but_here() {
        var visitor = portal.visitor();
        for (var evil :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/x?y=//z", "/a//b"}) {
            var answer = visitor.submit("/login", "/language", Map.of("to", "en", "back", evil));
            assertThat(answer.headers().firstValue("Location")).as(evil).hasValue("/");
        }
    }

    private String sessions() {
        return portal.postgres()
                .owner()
                .sql("select string_agg(xmin::text || session_id, ',' order by session_id) from spring_session")
                .query(String.class)
                .single();
    }

    private static String withoutSecrets(String html) {
        return html.replaceAll("nonce=\"[^\"]+\"|name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
