package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.portal.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Making an account and opening it again, with letters that really arrive. */
class AccountsTest {

    @RegisterExtension
    static final World world = new World();

    private static final String NEW_PASSWORD = "thirteen calm otters";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+\\?t=\\S+)");

    /** All these visitors come from one place on the network, which has its limit. */
    @BeforeEach
    void forgetTries() {
        world.postgres().owner().sql("delete from sign_in_tries").update();
    }

    @Test
    void somebody_makes_an_account_by_the_link_that_came_and_the_link_works_once() {
        var ann = visitor();
        assertThat(ask(ann, "/signup", "New.Ann@example.com").body()).contains("new.ann@example.com");
        var letter = letters("new.ann@example.com", 1).getFirst();
        assertThat(letter.path("subject").asString()).isEqualTo("Confirm your email address");
        var link = link(letter);

        for (int scanner = 0; scanner < 3; scanner++) {
            assertThat(visitor().get(link).statusCode()).isEqualTo(200);
        }
        var form = Map.of("t", token(link), "name", "Ann", "zone", "Asia/Shanghai");
        var shortOne = ann.submit(link, "/signup/confirm", with(form, "password", "fourteen chars"));
        assertThat(shortOne.statusCode()).isEqualTo(422);
        assertThat(shortOne.body()).contains("too short", "value=\"Ann\"").doesNotContain("fourteen chars");
        assertThat(ann.submit(link, "/signup/confirm", with(form, "password", "passwordpassword"))
                        .body())
                .contains("among the first");
        var made = ann.submit(link, "/signup/confirm", with(form, "password", NEW_PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(ann.get("/").body()).contains("No lines yet");

        assertThat(visitor().get(link).statusCode()).isEqualTo(410);
        assertThat(visitor().get(link).body()).contains("no longer works", "href=\"/signup\"");
        assertThat(visitor().signIn("new.ann@example.com", NEW_PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_link_recovers_the_account_once_ends_every_session_and_the_person_is_told() {
        world.account("bob@example.com");
        var elsewhere = visitor();
        assertThat(elsewhere.signIn("bob@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
        var bob = visitor();
        ask(bob, "/recover", "bob@example.com");
        ask(bob, "/recover", "bob@example.com");
        var both = letters("bob@example.com", 2);
        var link = link(both.getFirst());
        var done = bob.submit(link, "/recover/new", Map.of("t", token(link), "password", NEW_PASSWORD));
        assertThat(done.headers().firstValue("Location")).hasValue("/login?renewed");
        assertThat(elsewhere.get("/").statusCode()).as("signed out elsewhere").isEqualTo(303);
        assertThat(letters("bob@example.com", 3).getFirst().path("subject").asString())
                .isEqualTo("Your password was changed");
        for (var letter : both) {
            assertThat(visitor().get(link(letter)).statusCode())
                    .as("no link of before works")
                    .isEqualTo(410);
        }
        assertThat(visitor().signIn("bob@example.com", World.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(visitor().signIn("bob@example.com", NEW_PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_link_ends_with_its_time_and_is_good_for_nothing_else() {
        world.account("cat@example.com");
        ask(visitor(), "/recover", "cat@example.com");
        var link = link(letters("cat@example.com", 1).getFirst());
        assertThat(visitor().get("/signup/confirm?t=" + token(link)).statusCode())
                .as("another purpose")
                .isEqualTo(410);
        for (var wrong : List.of("", "x", token(link).substring(1), token(link) + "A", "ä")) {
            assertThat(visitor()
                            .get("/recover/new?t="
                                    + java.net.URLEncoder.encode(wrong, java.nio.charset.StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(410);
        }
        world.postgres()
                .owner()
                .sql("update account_link set expires_at = now() where purpose = 'RECOVER'")
                .update();
        var late = visitor();
        var answer = late.submit("/recover", "/recover/new", Map.of("t", token(link), "password", NEW_PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("30 minutes", "Send me a new link");
        assertThat(visitor().signIn("cat@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void nobody_learns_whether_there_is_an_account_but_the_owner_of_the_mailbox() {
        world.account("dan@example.com");
        for (var page : List.of("/signup", "/recover")) {
            var known = ask(visitor(), page, "dan@example.com");
            var unknown = ask(visitor(), page, "nan@example.com");
            assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
            assertThat(plain(known.body()))
                    .isEqualTo(plain(unknown.body()).replace("nan@", "dan@").replace("nan%40", "dan%40"));
            assertThat(names(known)).isEqualTo(names(unknown));
        }
        var subjects = letters("dan@example.com", 2).stream()
                .map(letter -> letter.path("subject").asString());
        assertThat(subjects).containsExactlyInAnyOrder("You have an account already", "Choose a new password");
        assertThat(letters("nan@example.com", 1)).hasSize(1);
    }

    /** What else the machine does may disturb one round; what shows that there is an account shows it in each. */
    @Test
    void the_answer_takes_as_long_for_an_account_as_for_none() {
        world.account("eve@example.com");
        var visitor = visitor();
        var token = visitor.formToken("/recover");
        var ratios = new ArrayList<Double>();
        do {
            ratios.add(knownOverUnknown(visitor, token));
        } while (Math.abs(Math.log(ratios.getLast())) > Math.log(1.67) && ratios.size() < 3);
        assertThat(ratios.getLast())
                .as("medians for an account over medians for none: %s", ratios)
                .isBetween(1 / 1.67, 1.67);
    }

    private double knownOverUnknown(Visitor visitor, String token) {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int n = 0; n < 60; n++) {
            forgetTries();
            known.add(time(visitor, "eve@example.com", token));
            forgetTries();
            unknown.add(time(visitor, "nobody" + n + "@example.com", token));
        }
        return (double) median(known) / median(unknown);
    }

    @Test
    void many_wishes_are_stopped_with_the_wait_said_for_any_address_and_a_restart_does_not_forget() {
        var visitor = visitor();
        for (int n = 0; n < 3; n++) {
            assertThat(ask(visitor, "/recover", "fay@example.com").statusCode()).isEqualTo(200);
        }
        var stopped = ask(visitor, "/recover", "fay@example.com");
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 30L);
        assertThat(stopped.body()).contains("Too many tries", "value=\"fay@example.com\"");
        world.account("hal@example.com");
        var hal = visitor();
        hal.signIn("hal@example.com", World.PASSWORD);
        world.restart();
        assertThat(ask(visitor(), "/recover", "fay@example.com").statusCode()).isEqualTo(429);
        assertThat(hal.get("/settings").statusCode())
                .as("a session survives a restart")
                .isEqualTo(200);
    }

    @Test
    void letters_and_pages_are_chinese_for_who_reads_chinese() {
        var wei = visitor();
        wei.submit("/signup", "/language", Map.of("to", "zh-CN", "back", "/signup"));
        assertThat(ask(wei, "/signup", "wei@example.com").body()).contains("请查收邮件");
        var letter = letters("wei@example.com", 1).getFirst();
        assertThat(letter.path("subject").asString()).isEqualTo("请确认您的邮箱");
        var link = link(letter);
        assertThat(wei.get(link).body()).contains("至少 15 个字符");
        wei.submit(
                link,
                "/signup/confirm",
                Map.of("t", token(link), "name", "伟", "zone", "Asia/Shanghai", "password", "十五个汉字的密码也很好用请放心了"));
        var account = world.bean(Accounts.class)
                .byEmail(EmailAddress.parse("wei@example.com").orElseThrow())
                .orElseThrow();
        assertThat(world.bean(Accounts.class).recipient(account).orElseThrow().language())
                .isEqualTo("zh-CN");
    }

    @Test
    void only_a_digest_of_a_link_is_kept() {
        ask(visitor(), "/signup", "gus@example.com");
        var token = token(link(letters("gus@example.com", 1).getFirst()));
        RealProcess.await("its words are erased", Duration.ofSeconds(20), () -> stored(token) == 0);
    }

    private static int stored(String token) {
        return world.postgres()
                .owner()
                .sql("""
                select (select count(*) from account_link l where l::text like :token)
                     + (select count(*) from letter l where l::text like :token)""")
                .param("token", "%" + token + "%")
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private static HttpResponse<String> ask(Visitor visitor, String page, String email) {
        return visitor.submit(page, page, Map.of("email", email));
    }

    private static long time(Visitor visitor, String email, String token) {
        long before = System.nanoTime();
        var answer = visitor.post("/recover", Map.of("email", email), token);
        long took = System.nanoTime() - before;
        assertThat(answer.statusCode()).isEqualTo(200);
        return took;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    /** Newest first. */
    private static List<JsonNode> letters(String to, int number) {
        RealProcess.await(
                number + " letters for " + to,
                Duration.ofSeconds(30),
                () -> world.sandbox().letters(to).size() >= number);
        return world.sandbox().letters(to).valueStream().toList();
    }

    private static String link(JsonNode letter) {
        var found = LINK.matcher(letter.path("text").asString());
        assertThat(found.find()).as(letter.toString()).isTrue();
        return found.group(1);
    }

    private static String token(String link) {
        return link.substring(link.indexOf("t=") + 2);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new java.util.HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private static List<String> names(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream().sorted().toList();
    }

    private static String plain(String html) {
        return html.replaceAll("nonce=\"[^\"]+\"|name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static Visitor visitor() {
        var origin = world.url("/").toString();
        return new Visitor(origin.substring(0, origin.length() - 1));
    }
}
