package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Lines;
import dev.keepline.portal.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody changes about the own account, in a browser without script, with letters that really arrive. */
class AccountSettingsTest {

    @RegisterExtension
    static final World world = new World();

    private static final String NEW_PASSWORD = "thirteen calm otters";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+\\?t=\\S+)");
    private static final Pattern SESSION = Pattern.compile("name=\"end\" value=\"([0-9a-f-]{36})\"");

    @BeforeEach
    void forgetTries() {
        world.postgres().owner().sql("delete from sign_in_tries").update();
    }

    @Test
    void a_new_password_needs_the_present_one_ends_the_other_sessions_and_is_told() {
        world.account("ann@example.com");
        var ann = signedIn("ann@example.com");
        var other = signedIn("ann@example.com");
        var wrong = ann.submit("/settings", "/settings/password", Map.of("present", "no", "password", NEW_PASSWORD));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("present password is another").doesNotContain(NEW_PASSWORD);
        var own = ann.submit(
                "/settings",
                "/settings/password",
                Map.of("present", World.PASSWORD, "password", "Lin Wei ann@example.com"));
        assertThat(own.body()).contains("among the first");
        var done = ann.submit(
                "/settings", "/settings/password", Map.of("present", World.PASSWORD, "password", NEW_PASSWORD));
        assertThat(done.headers().firstValue("Location")).hasValue("/settings?done=password");
        assertThat(ann.get("/settings?done=password").body()).contains("Your password is changed");
        assertThat(other.get("/settings").statusCode()).isEqualTo(303);
        assertThat(letter("ann@example.com", "Your password was changed").isObject())
                .isTrue();
    }

    @Test
    void somebody_guessing_the_present_password_is_stopped_like_somebody_signing_in() {
        world.account("bob@example.com");
        var bob = signedIn("bob@example.com");
        for (int n = 0; n < 5; n++) {
            bob.submit("/settings", "/settings/delete", Map.of("present", "guess " + n));
        }
        var stopped = bob.submit("/settings", "/settings/delete", Map.of("present", World.PASSWORD));
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one_or_all() {
        world.account("cat@example.com");
        var cat = signedIn("cat@example.com");
        var second = signedIn("cat@example.com");
        var third = signedIn("cat@example.com");
        var listed = cat.get("/settings").body();
        assertThat(SESSION.matcher(listed).results()).hasSize(2);
        assertThat(listed).contains("(here)").doesNotContain(cat.cookie("keepline"), second.cookie("keepline"));
        var one = SESSION.matcher(listed);
        assertThat(one.find()).isTrue();
        cat.submit("/settings", "/settings/sessions", Map.of("end", one.group(1)));
        assertThat(List.of(
                        second.get("/settings").statusCode(),
                        third.get("/settings").statusCode()))
                .containsExactlyInAnyOrder(200, 303);
        world.account("eve@example.com");
        var eve = signedIn("eve@example.com");
        var others = SESSION.matcher(cat.get("/settings").body());
        assertThat(others.find()).isTrue();
        eve.submit("/settings", "/settings/sessions", Map.of("end", others.group(1)));
        assertThat(SESSION.matcher(cat.get("/settings").body()).results())
                .as("nobody ends another's session")
                .hasSize(1);
        cat.submit("/settings", "/settings/sessions", Map.of("end", "all"));
        assertThat(cat.get("/settings").statusCode()).isEqualTo(303);
    }

    @Test
    void the_address_changes_by_the_link_at_the_new_one_and_the_old_one_can_undo_it() {
        var account = world.account("dan@example.com");
        var dan = signedIn("dan@example.com");
        dan.submit("/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "dan2@example.com"));
        var confirm = link(letter("dan2@example.com", "Confirm your new address"));
        assertThat(visitor().get(confirm).body()).contains("Use this address from now on");
        assertThat(email(account)).as("looking changes nothing").isEqualTo("dan@example.com");
        visitor().submit(confirm, "/email/confirm", Map.of("t", token(confirm)));
        assertThat(email(account)).isEqualTo("dan2@example.com");
        assertThat(visitor().signIn("dan@example.com", World.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(visitor().signIn("dan2@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(visitor().get(confirm).statusCode()).isEqualTo(410);

        var undo = link(letter("dan@example.com", "Your address was changed"));
        assertThat(visitor().get(undo).statusCode()).isEqualTo(200);
        assertThat(email(account)).isEqualTo("dan2@example.com");
        var undone = visitor().submit(undo, "/email/undo", Map.of("t", token(undo)));
        assertThat(undone.headers().firstValue("Location")).hasValue("/recover");
        assertThat(email(account)).isEqualTo("dan@example.com");
        assertThat(dan.get("/settings").statusCode()).as("every session ended").isEqualTo(303);
        assertThat(visitor().signIn("dan2@example.com", World.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(visitor().signIn("dan@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(letter("dan@example.com", "Your address is back").isObject()).isTrue();
    }

    @Test
    void who_asks_for_anothers_address_learns_nothing_and_its_owner_is_told() {
        world.account("fay@example.com");
        world.account("gus@example.com");
        var gus = signedIn("gus@example.com");
        var taken = gus.submit(
                "/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "fay@example.com"));
        var free = gus.submit(
                "/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "free@example.com"));
        assertThat(taken.headers().firstValue("Location"))
                .isEqualTo(free.headers().firstValue("Location"))
                .hasValue("/settings?done=email");
        assertThat(letter("fay@example.com", "Somebody wanted to use your address")
                        .isObject())
                .isTrue();
    }

    @Test
    void name_zone_and_language_of_letters_are_kept() {
        var account = world.account("hal@example.com");
        var hal = signedIn("hal@example.com");
        hal.submit("/settings", "/settings/person", Map.of("name", "Hal 9", "zone", "Asia/Tokyo", "language", "zh-CN"));
        var found = world.bean(Accounts.class).find(account).orElseThrow();
        assertThat(found.name()).isEqualTo("Hal 9");
        assertThat(found.zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(world.bean(Accounts.class).recipient(account).orElseThrow().language())
                .isEqualTo("zh-CN");
        var bad = hal.submit(
                "/settings", "/settings/person", Map.of("name", " ", "zone", "Mars/Olympus", "language", "tlh"));
        assertThat(bad.statusCode()).isEqualTo(422);
    }

    @Test
    void everything_can_be_taken_along_but_no_secret() {
        var account = world.account("ivy@example.com");
        var line = world.esim(account, new Iccid("8901999900000003009"));
        var answer = signedIn("ivy@example.com").get("/settings/export");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(answer.body()))
                .contains("attachment", "keepline.json");
        JsonNode all = JsonMapper.shared().readTree(answer.body());
        assertThat(all.path("account_profile").get(0).path("email").asString()).isEqualTo("ivy@example.com");
        assertThat(all.path("line").get(0).path("line_id").asString())
                .isEqualTo(line.id().value().toString());
        assertThat(answer.body()).doesNotContain("argon2", "digest");
        assertThat(all.valueStream().flatMap(JsonNode::valueStream))
                .allSatisfy(record ->
                        assertThat(record.path("account_id").asString()).isEqualTo(account.toString()));
    }

    @Test
    void an_account_goes_with_all_that_names_somebody_and_the_address_is_free() {
        var account = world.account("jan@example.com");
        world.esim(account, new Iccid("8901999900000003017"));
        var jan = signedIn("jan@example.com");
        assertThat(jan.get("/settings/delete").body())
                .contains("cannot be undone", "released", "journal", "no amount is held");
        assertThat(jan.submit("/settings/delete", "/settings/delete", Map.of("present", "no"))
                        .statusCode())
                .isEqualTo(422);
        var gone = jan.submit("/settings/delete", "/settings/delete", Map.of("present", World.PASSWORD));
        assertThat(gone.headers().firstValue("Location")).hasValue("/login?deleted");
        assertThat(jan.get("/").statusCode()).isEqualTo(303);
        assertThat(visitor().signIn("jan@example.com", World.PASSWORD).statusCode())
                .isEqualTo(422);
        letter("jan@example.com", "Your account is deleted");
        assertThat(world.bean(Lines.class).of(account)).isEmpty();
        RealProcess.await(
                "nothing names the person",
                Duration.ofSeconds(20),
                () -> named("jan@example.com") == 0 && named("8901999900000003017") == 0);
        assertThat(world.bean(Accounts.class).find(account)).isEmpty();
        world.account("jan@example.com");
        assertThat(visitor().signIn("jan@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_account_with_a_renewal_under_way_stays_until_it_has_ended() {
        var account = world.account("kim@example.com");
        var line = world.esim(account, new Iccid("8901999900000003025"));
        var kim = signedIn("kim@example.com");
        var renew = "/lines/" + line.id() + "/renew";
        var quote = kim.submit(renew, renew, Map.of("offer", "sandbox-monthly"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var paying = kim.submit(quote, quote + "/pay", Map.of("terms", "2026-11-25", "spend", "yes"));
        assertThat(paying.statusCode()).as(paying.body()).isEqualTo(303);
        assertThat(kim.get("/settings/delete").body())
                .contains("A renewal is under way")
                .doesNotContain("Delete my account for good");
        var refused = kim.submit("/settings", "/settings/delete", Map.of("present", World.PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(world.bean(Accounts.class).find(account)).isPresent();
    }

    @Test
    void every_form_that_changes_something_is_refused_without_our_token() {
        world.account("leo@example.com");
        var leo = signedIn("leo@example.com");
        var mappings = world.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var changing = mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> !path.startsWith("/webhooks/") && !path.startsWith("/unsubscribe/")) // signed; RFC 8058
                .map(path -> path.replaceAll("\\{[^}]+}", "11111111-2222-3333-4444-555555555555"))
                .toList();
        assertThat(changing).hasSizeGreaterThan(15).contains("/settings/delete", "/recover/new", "/login");
        assertThat(changing)
                .allSatisfy(
                        path -> assertThat(leo.post(path, Map.of(), "forged").statusCode())
                                .as(path)
                                .isIn(403, 404)
                                .isNotEqualTo(path.startsWith("/console") ? 0 : 404));
        assertThat(leo.post("/logout", Map.of(), "forged").statusCode()).isEqualTo(403);
        assertThat(leo.get("/settings").statusCode()).isEqualTo(200);
    }

    private static long named(String text) {
        return world.postgres()
                .owner()
                .sql("""
                select (select count(*) from account_profile t where t::text like :text)
                     + (select count(*) from login t where t::text like :text)
                     + (select count(*) from letter t where t::text like :text)
                     + (select count(*) from account_request t where t::text like :text)
                     + (select count(*) from line t where t::text like :text)""")
                .param("text", "%" + text + "%")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static String email(AccountId account) {
        return world.bean(Accounts.class)
                .recipient(account)
                .orElseThrow()
                .email()
                .value();
    }

    private static JsonNode letter(String to, String subject) {
        RealProcess.await(
                subject + " for " + to,
                Duration.ofSeconds(30),
                () -> find(to, subject).isObject());
        return find(to, subject);
    }

    private static JsonNode find(String to, String subject) {
        return world.sandbox()
                .letters(to)
                .valueStream()
                .filter(letter -> letter.path("subject").asString().equals(subject))
                .findFirst()
                .orElseGet(() -> JsonMapper.shared().createArrayNode());
    }

    private static String link(JsonNode letter) {
        var found = LINK.matcher(letter.path("text").asString());
        assertThat(found.find()).as(letter.toString()).isTrue();
        return found.group(1);
    }

    private static String token(String link) {
        return link.substring(link.indexOf("t=") + 2);
    }

    private static Visitor signedIn(String email) {
        var visitor = visitor();
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static Visitor visitor() {
        var origin = world.url("/").toString();
        return new Visitor(origin.substring(0, origin.length() - 1));
    }
}
