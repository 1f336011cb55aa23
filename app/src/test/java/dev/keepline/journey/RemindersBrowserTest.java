package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.AccountId;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What will be sent is seen, ended by kind, and begun again; a letter's link does the same without signing in. */
class RemindersBrowserTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    static final String[] EVERYBODY = Somebody.EVERYBODY;

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void a_kind_is_ended_and_begun_again(String kind) {
        var world = shared.world();
        var email = Somebody.named("reminded", kind) + "@keepline.example";
        var account = world.account(email);
        world.tracked(account, "+12125550193", 30);
        try (var reader = new Somebody(shared, kind).signedIn(email)) {
            reader.open("/reminders");
            reader.reads("reminders.on");
            int all = reader.find("table.tbl tbody tr").count();
            assertThat(all).as("letters to come").isGreaterThan(3);
            reader.reads("reminders.last.SERVICE");

            reader.press("#r-SERVICE button");
            assertThat(reader.find("#r-SERVICE")).containsText(reader.words().t("reminders.is.off"));
            assertThat(wanted(account, "SERVICE")).isFalse();
            assertThat(reader.find("main")).not().containsText(reader.words().t("reminders.last.SERVICE"));
            reader.press("#r-NUMBER button");
            reader.reads("reminders.off");
            reader.press("#r-SERVICE button");
            reader.press("#r-NUMBER button");
            assertThat(reader.find("table.tbl tbody tr")).hasCount(all);
        }
        unsubscribe(kind, account);
    }

    private static void unsubscribe(String kind, AccountId account) {
        try (var nobody = new Somebody(shared, kind)) {
            nobody.open("/unsubscribe/" + token(account));
            nobody.reads("unsubscribe.ask");
            assertThat(wanted(account, "NUMBER")).as("looking ends nothing").isTrue();
            nobody.press("main form button");
            nobody.reads("unsubscribe.done");
            assertThat(wanted(account, "NUMBER")).isFalse();
            assertThat(wanted(account, "SERVICE")).isTrue();
            nobody.press("main form button");
            nobody.reads("unsubscribe.ask");
            assertThat(wanted(account, "NUMBER")).isTrue();
        }
    }

    private static boolean wanted(AccountId account, String kind) {
        return shared.world()
                .postgres()
                .owner()
                .sql("select wanted from reminder_choice where account_id = ? and kind = ?")
                .params(account.value(), kind)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private static String token(AccountId account) {
        return shared.world()
                .postgres()
                .owner()
                .sql("select token::text from reminder_choice where account_id = ? and kind = 'NUMBER'")
                .param(account.value())
                .query((row, n) -> row.getString(1))
                .single();
    }
}
