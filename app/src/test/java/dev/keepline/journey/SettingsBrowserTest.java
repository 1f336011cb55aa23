package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Somebody changes name and address, ends a session elsewhere, takes everything along, and leaves. */
class SettingsBrowserTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    static final String[] EVERYBODY = Somebody.EVERYBODY;

    @BeforeEach
    void forgetTries() {
        shared.world().postgres().owner().sql("delete from sign_in_tries").update();
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void address_sessions_and_a_copy(String kind) {
        var world = shared.world();
        var before = Somebody.named("before", kind) + "@keepline.example";
        var after = Somebody.named("after", kind) + "@keepline.example";
        var account = world.account(before);
        try (var here = new Somebody(shared, kind).signedIn(before);
                var there = new Somebody(shared, kind).signedIn(before)) {
            here.open("/settings");
            here.find("#n").fill("李伟 🙂");
            here.find("#l").selectOption(here.words().language().tag());
            here.press("form[action='/settings/person'] button");
            here.reads("settings.done.person");
            assertThat(here.find("#n")).hasValue("李伟 🙂");

            here.press("form[action='/settings/sessions'] li button");
            here.reads("settings.done.session");
            there.open("/settings");
            assertThat(there.page()).hasURL(Pattern.compile(".*/login.*"));

            here.find("#e").fill(after);
            here.find("#pe").fill("not the password");
            here.press("form[action='/settings/email'] button");
            here.reads("settings.wrong");
            assertThat(here.find("#e")).hasValue(after);
            here.find("#pe").fill(World.PASSWORD);
            here.press("form[action='/settings/email'] button");
            here.reads("settings.done.email");
            assertThat(owner(before)).as("nothing changes before the link").contains(account);

            var desk = new AccountDesk(world);
            here.open(desk.link(desk.anyLetter(after, "/email/confirm?t=")));
            here.press("form[action='/email/confirm'] button");
            here.reads("settings.done.email-changed");
            assertThat(owner(after)).contains(account);
            assertThat(owner(before)).isEmpty();

            var copy = new String(here.file("a[href='/settings/export']", "application/json"), StandardCharsets.UTF_8);
            assertThat(copy).contains(after, "李伟 🙂");
            assertThat(here.file("a[href='/settings/export.zip']", "application/zip"))
                    .startsWith((byte) 'P', (byte) 'K');
            here.press("a[href='/settings/delete']");
            here.reads("delete.wait.undo");
            assertThat(here.find("form[action='/settings/delete']")).hasCount(0);
        }
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void leaving(String kind) {
        var world = shared.world();
        var email = Somebody.named("leaves", kind) + "@keepline.example";
        world.tracked(world.account(email), "+12125550194", 30);
        try (var leaver = new Somebody(shared, kind).signedIn(email)) {
            leaver.open("/settings/delete");
            leaver.find("#pd").fill("not the password");
            leaver.press("form[action='/settings/delete'] button");
            leaver.reads("settings.wrong");
            leaver.find("#pd").fill(World.PASSWORD);
            leaver.press("form[action='/settings/delete'] button");
            leaver.at("/login?deleted");
            leaver.reads("login.deleted");
            assertThat(owner(email)).isEmpty();
            leaver.open("/");
            assertThat(leaver.page()).hasURL(Pattern.compile(".*/login.*"));
        }
    }

    private static Optional<AccountId> owner(String email) {
        return shared.world().bean(Accounts.class).byEmail(new EmailAddress(email));
    }
}
