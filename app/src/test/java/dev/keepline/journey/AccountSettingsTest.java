package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.kernel.AccountId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody changes about the own account, in a browser without script, with letters that really arrive. */
class AccountSettingsTest {

    @RegisterExtension
    static final World world = new World();

    private static final AccountDesk DESK = new AccountDesk(world);

    private static final String NEW_PASSWORD = "thirteen calm otters";
    private static final Pattern SESSION = Pattern.compile("name=\"end\" value=\"([0-9a-f-]{36})\"");

    @BeforeEach
    void forgetTries() {
        world.postgres().owner().sql("delete from sign_in_tries").update();
    }

    @Test
    void a_new_password_needs_the_present_one_ends_the_other_sessions_and_is_told() {
        world.account("ann@example.com");
        var ann = DESK.signedIn("ann@example.com");
        var other = DESK.signedIn("ann@example.com");
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
        assertThat(DESK.letter("ann@example.com", "Your password was changed").isObject())
                .isTrue();
    }

    @Test
    void somebody_guessing_the_present_password_is_stopped_like_somebody_signing_in() {
        world.account("bob@example.com");
        var bob = DESK.signedIn("bob@example.com");
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
        var cat = DESK.signedIn("cat@example.com");
        var second = DESK.signedIn("cat@example.com");
        var third = DESK.signedIn("cat@example.com");
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
        var eve = DESK.signedIn("eve@example.com");
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
        var dan = DESK.signedIn("dan@example.com");
        dan.submit("/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "dan2@example.com"));
        var confirm = DESK.link(DESK.letter("dan2@example.com", "Confirm your new address"));
        assertThat(DESK.visitor().get(confirm).body()).contains("Use this address from now on");
        assertThat(email(account)).as("looking changes nothing").isEqualTo("dan@example.com");
        DESK.visitor().submit(confirm, "/email/confirm", Map.of("t", DESK.token(confirm)));
        assertThat(email(account)).isEqualTo("dan2@example.com");
        assertThat(DESK.visitor().signIn("dan@example.com", World.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(DESK.visitor().signIn("dan2@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(DESK.visitor().get(confirm).statusCode()).isEqualTo(410);

        var undo = DESK.link(DESK.letter("dan@example.com", "Your address was changed"));
        assertThat(DESK.visitor().get(undo).statusCode()).isEqualTo(200);
        assertThat(email(account)).isEqualTo("dan2@example.com");
        var undone = DESK.visitor().submit(undo, "/email/undo", Map.of("t", DESK.token(undo)));
        assertThat(undone.headers().firstValue("Location")).hasValue("/recover");
        assertThat(email(account)).isEqualTo("dan@example.com");
        assertThat(dan.get("/settings").statusCode()).as("every session ended").isEqualTo(303);
        assertThat(DESK.visitor().signIn("dan2@example.com", World.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(DESK.visitor().signIn("dan@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(DESK.letter("dan@example.com", "Your address is back").isObject())
                .isTrue();
    }

    @Test
    void who_asks_for_anothers_address_learns_nothing_and_its_owner_is_told() {
        world.account("fay@example.com");
        world.account("gus@example.com");
        var gus = DESK.signedIn("gus@example.com");
        var taken = gus.submit(
                "/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "fay@example.com"));
        var free = gus.submit(
                "/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "free@example.com"));
        assertThat(taken.headers().firstValue("Location"))
                .isEqualTo(free.headers().firstValue("Location"))
                .hasValue("/settings?done=email");
        assertThat(DESK.letter("fay@example.com", "Somebody wanted to use your address")
                        .isObject())
                .isTrue();
    }

    @Test
    void name_zone_and_language_of_letters_are_kept() {
        var account = world.account("hal@example.com");
        var hal = DESK.signedIn("hal@example.com");
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
    void every_form_that_changes_something_is_refused_without_our_token() {
        world.account("leo@example.com");
        var leo = DESK.signedIn("leo@example.com");
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

    private static String email(AccountId account) {
        return world.bean(Accounts.class)
                .recipient(account)
                .orElseThrow()
                .email()
                .value();
    }
}
