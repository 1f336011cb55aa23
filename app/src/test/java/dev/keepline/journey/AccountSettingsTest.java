package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.kernel.AccountId;
import dev.keepline.portal.Visitor;
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
        assertThat(DESK.letter("ann@example.com", "Your password was changed")
                        .path("text")
                        .asString())
                .containsPattern(
                        "was changed on [0-9]{1,2} [A-Z][a-z]{2} 20[0-9]{2}, [0-9]{2}:[0-9]{2} \\(Shanghai\\)");
    }

    @Test
    void a_name_is_one_line_whatever_is_sent() {
        world.account("mal@example.com");
        var mal = DESK.signedIn("mal@example.com");
        var name = "Mal\r\nBcc: x@y.example\u202E";
        mal.submit("/settings", "/settings/person", Map.of("name", name, "zone", "America/Chicago", "language", "en"));
        assertThat(mal.get("/settings").body()).contains("value=\"Mal Bcc: x@y.example\"");
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
    void a_new_address_that_is_not_confirmed_yet_is_shown_and_can_be_called_off() {
        var account = world.account("wait@example.com");
        var wei = DESK.signedIn("wait@example.com");
        assertThat(wei.get("/settings").body()).doesNotContain("Cancel the change");
        wei.submit("/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "wait2@example.com"));
        assertThat(wei.get("/settings").body()).contains("Waiting for", "wait2@example.com", "Cancel the change");
        var confirm = DESK.link(DESK.letter("wait2@example.com", "Confirm your new address"));
        assertThat(wei.get("/settings").body()).contains("wait2@example.com");
        var cancelled = wei.submit("/settings", "/settings/email/cancel", Map.of());
        assertThat(cancelled.headers().firstValue("Location")).hasValue("/settings?done=email-cancelled");
        assertThat(wei.get("/settings").body()).doesNotContain("wait2@example.com");
        assertThat(wei.get(confirm).statusCode()).isEqualTo(410);
        assertThat(email(account)).isEqualTo("wait@example.com");
    }

    @Test
    void the_address_changes_by_the_link_at_the_new_one_and_the_old_one_can_undo_it() {
        var account = world.account("dan@example.com");
        var dan = DESK.signedIn("dan@example.com");
        dan.submit("/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "dan2@example.com"));
        var confirm = DESK.link(DESK.letter("dan2@example.com", "Confirm your new address"));
        assertThat(DESK.visitor().get(confirm).body()).contains("Use this address from now on");
        assertThat(email(account)).as("looking changes nothing").isEqualTo("dan@example.com");
        var stranger = DESK.visitor()
                .submit(confirm, "/email/confirm", Map.of("t", DESK.token(confirm), "present", "a guess"));
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.body()).contains("dan@example.com", "not the password of that account");
        assertThat(email(account))
                .as("who only reads the mailbox joins nothing")
                .isEqualTo("dan@example.com");
        DESK.visitor().submit(confirm, "/email/confirm", Map.of("t", DESK.token(confirm), "present", World.PASSWORD));
        assertThat(email(account)).isEqualTo("dan2@example.com");
        assertThat(DESK.visitor().signIn("dan@example.com", World.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(DESK.visitor().signIn("dan2@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(DESK.visitor().get(confirm).statusCode()).isEqualTo(410);

        var undo = DESK.link(DESK.letter("dan@example.com", "Your address was changed"));
        assertThat(DESK.visitor().get(undo).statusCode()).isEqualTo(200);
        assertThat(dan.get("/settings/delete").body())
                .contains("can still undo that")
                .doesNotContain("for good");
        assertThat(dan.submit("/settings", "/settings/delete", Map.of("present", World.PASSWORD))
                        .statusCode())
                .as("a thief cannot delete what the old address could take back")
                .isEqualTo(409);
        assertThat(email(account)).isEqualTo("dan2@example.com");
        var undone = DESK.visitor().submit(undo, "/email/undo", Map.of("t", DESK.token(undo)));
        var choose = undone.headers().firstValue("Location").orElseThrow();
        assertThat(choose).startsWith("/recover/new?t=");
        assertThat(DESK.visitor().get(choose).body()).contains("Your address is back", "works no longer");
        assertThat(email(account)).isEqualTo("dan@example.com");
        assertThat(dan.get("/settings").statusCode()).as("every session ended").isEqualTo(303);
        assertThat(DESK.visitor().signIn("dan2@example.com", World.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(DESK.visitor().signIn("dan@example.com", World.PASSWORD).statusCode())
                .as("the password a thief may know opens nothing")
                .isEqualTo(422);
        var recover = Map.of("t", DESK.token(choose).replace("&restored", ""), "password", World.PASSWORD);
        assertThat(DESK.visitor().submit(choose, "/recover/new", recover).body())
                .contains("had until lately");
        var chosen = new java.util.HashMap<>(recover);
        chosen.put("password", NEW_PASSWORD);
        assertThat(DESK.visitor().submit(choose, "/recover/new", chosen).statusCode())
                .isEqualTo(303);
        assertThat(DESK.visitor().signIn("dan@example.com", NEW_PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(dan.get("/settings/delete").statusCode()).isEqualTo(303);
        assertThat(DESK.letter("dan@example.com", "Your address is back").isObject())
                .isTrue();
    }

    @Test
    void a_change_that_waits_ends_with_a_new_password_a_recovery_and_every_session_and_is_told_when_asked_for() {
        world.account("pat@example.com");
        var thief = DESK.signedIn("pat@example.com");
        var pat = DESK.signedIn("pat@example.com");
        var ask = Map.of("present", World.PASSWORD, "email", "thief@example.com");
        thief.submit("/settings", "/settings/email", ask);
        var told = DESK.letter("pat@example.com", "Somebody wants to change your address");
        assertThat(told.path("text").asString()).contains("thief@example.com", "Nothing has changed yet");
        var confirm = DESK.link(DESK.letter("thief@example.com", "Confirm your new address"));
        pat.submit("/settings", "/settings/sessions", Map.of("end", "others"));
        assertThat(DESK.visitor().get(confirm).statusCode()).isEqualTo(410);

        pat.submit("/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "pat2@example.com"));
        var second = DESK.link(DESK.letter("pat2@example.com", "Confirm your new address"));
        assertThat(pat.get(second).body())
                .as("who is signed in to that account is not asked again")
                .doesNotContain("name=\"present\"");
        pat.submit("/settings", "/settings/password", Map.of("present", World.PASSWORD, "password", NEW_PASSWORD));
        assertThat(DESK.visitor().get(second).statusCode()).isEqualTo(410);

        pat.submit("/settings", "/settings/email", Map.of("present", NEW_PASSWORD, "email", "pat3@example.com"));
        var third = DESK.link(DESK.letter("pat3@example.com", "Confirm your new address"));
        DESK.visitor().submit("/recover", "/recover", Map.of("email", "pat@example.com"));
        var recover = DESK.link(DESK.letter("pat@example.com", "Choose a new password"));
        var same = DESK.visitor()
                .submit(recover, "/recover/new", Map.of("t", DESK.token(recover), "password", NEW_PASSWORD));
        assertThat(same.body()).contains("had until lately");
        DESK.visitor()
                .submit(recover, "/recover/new", Map.of("t", DESK.token(recover), "password", "fourteen loud herons"));
        assertThat(DESK.visitor().get(third).statusCode()).isEqualTo(410);
    }

    @Test
    void somebody_elses_mailbox_does_not_join_an_account_that_a_stranger_prepared() {
        world.account("trap@example.com");
        world.account("uma@example.com");
        var trap = DESK.signedIn("trap@example.com");
        trap.submit("/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "victim@example.com"));
        var confirm = DESK.link(DESK.letter("victim@example.com", "Confirm your new address"));
        var uma = DESK.signedIn("uma@example.com");
        assertThat(uma.get(confirm).body()).contains("trap@example.com", "name=\"present\"");
        assertThat(uma.submit(confirm, "/email/confirm", Map.of("t", DESK.token(confirm)))
                        .statusCode())
                .isEqualTo(422);
        var done = trap.submit(confirm, "/email/confirm", Map.of("t", DESK.token(confirm)));
        assertThat(done.headers().firstValue("Location")).hasValue("/settings?done=email-changed");
    }

    @Test
    void many_who_press_one_link_at_once_make_one_account() throws Exception {
        DESK.visitor().submit("/signup", "/signup", Map.of("email", "race@example.com"));
        var link = DESK.link(DESK.letter("race@example.com", "Confirm your email address"));
        var form = Map.of("t", DESK.token(link), "name", "Race", "zone", "Asia/Shanghai", "password", NEW_PASSWORD);
        long before = accounts();
        var racers = java.util.stream.Stream.generate(DESK::visitor).limit(5).toList();
        var tokens = racers.stream().map(racer -> racer.formToken(link)).toList();
        try (var pool = java.util.concurrent.Executors.newFixedThreadPool(5)) {
            var answers = new java.util.ArrayList<java.util.concurrent.Future<Integer>>();
            for (int n = 0; n < 5; n++) {
                int racer = n;
                answers.add(pool.submit(() -> racers.get(racer)
                        .post("/signup/confirm", form, tokens.get(racer))
                        .statusCode()));
            }
            var codes = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).containsExactlyInAnyOrder(303, 410, 410, 410, 410);
        }
        assertThat(accounts()).isEqualTo(before + 1);
    }

    private static long accounts() {
        return world.postgres()
                .owner()
                .sql("select count(*) from account_profile")
                .query(Long.class)
                .single();
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
    void pages_and_letters_are_in_languages_chosen_apart_unless_letters_are_to_follow() {
        var account = world.account("ivy@example.com");
        var ivy = DESK.signedIn("ivy@example.com");
        saves(ivy, "en");
        assertThat(ivy.get("/settings", "Accept-Language", "zh-CN").body())
                .as("saving the language of letters leaves the pages as the browser wants them")
                .contains("lang=\"zh-CN\"", "邮件语言", "value=\"en\" lang=\"en\" selected");
        ivy.submit("/settings", "/language", Map.of("to", "zh-CN", "back", "/settings"));
        assertThat(letters(account))
                .as("switching the pages leaves chosen letters")
                .isEqualTo("en");

        saves(ivy, "pages");
        assertThat(letters(account)).isEqualTo("zh-CN");
        assertThat(ivy.get("/settings").body()).contains("value=\"pages\" selected");
        ivy.submit("/settings", "/language", Map.of("to", "en", "back", "/settings"));
        assertThat(letters(account)).as("letters that follow").isEqualTo("en");
    }

    private static void saves(Visitor person, String letters) {
        var saved = person.submit(
                "/settings",
                "/settings/person",
                Map.of("name", "Ivy", "zone", "America/New_York", "language", letters));
        assertThat(saved.statusCode()).isEqualTo(303);
    }

    private static String letters(AccountId account) {
        return world.bean(Accounts.class).recipient(account).orElseThrow().language();
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
