package dev.keepline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.StaffAccounts;
import dev.keepline.portal.Portal;
import dev.keepline.portal.Visitor;
import dev.keepline.settings.KeeplineProperties;
import dev.keepline.support.StaffAction;
import dev.keepline.support.StaffActions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first person of the staff comes in by the terminal, and goes out by it. */
class StaffCommandTest {

    @RegisterExtension
    static final Portal portal = new Portal();

    private static final Pattern LINK = Pattern.compile("https?://\\S+(/recover/new)\\?t=(\\S+)");

    private record Run(int exit, String said) {}

    @Test
    void the_first_account_is_made_chooses_its_password_once_enters_the_console_and_is_shut_out_again() {
        var added = run("add", "First@Operator.example");
        assertThat(added.exit()).isZero();
        assertThat(added.said()).contains("first@operator.example may enter the console", "30 minutes");
        var link = LINK.matcher(added.said());
        assertThat(link.find()).isTrue();
        var page = link.group(1) + "?t=" + link.group(2);
        var fields = Map.of("t", link.group(2), "password", "a lighthouse in november");

        var person = portal.visitor();
        assertThat(person.get(page).statusCode()).isEqualTo(200);
        assertThat(person.submit(page, "/recover/new", fields).statusCode()).isEqualTo(303);
        assertThat(portal.visitor().get(page).statusCode()).isEqualTo(410);
        for (int n = 0; n < 25; n++) {
            portal.visitor()
                    .submit("/login", "/login", Map.of("email", "first@operator.example", "password", "guess " + n));
        }
        signIn(person, "a lighthouse in november"); // the browser in which the password was chosen is known
        assertThat(person.get("/console").statusCode()).isEqualTo(200);
        assertThat(person.get("/console/actions").body())
                .contains("command line")
                .doesNotContain("00000000-0000");

        assertThat(run("list").said()).contains("first@operator.example", "1 person");
        var last = run("remove", "first@operator.example");
        assertThat(last.exit()).isEqualTo(1);
        assertThat(last.said()).contains("the last of the staff", "Nothing was changed", "--yes");
        assertThat(person.get("/console").statusCode()).isEqualTo(200);
        var removed = run("remove", "first@operator.example", "--yes");
        assertThat(removed.said()).contains("may no longer enter", "Nobody may now");
        assertThat(person.get("/console").statusCode()).isEqualTo(404);
        assertThat(run("remove", "first@operator.example").exit()).isEqualTo(1);
        assertThat(run("link", "first@operator.example").exit()).isEqualTo(1);

        var account = portal.bean(Accounts.class)
                .byEmail(new EmailAddress("first@operator.example"))
                .orElseThrow();
        assertThat(portal.bean(StaffActions.class).of(account, 10))
                .extracting(StaffAction::action)
                .containsExactlyInAnyOrder("staff.add", "staff.remove");
    }

    @Test
    void who_has_an_account_keeps_the_password() {
        portal.account("known@example.com");
        var added = run("add", "known@example.com");
        assertThat(added.said()).contains("with the password they have").doesNotContain("/recover/");
        assertThat(run("link", "known@example.com").said()).containsPattern(LINK);
    }

    @Test
    void what_is_no_address_or_no_command_is_refused() {
        assertThat(run("add", "nobody").exit()).isEqualTo(2);
        assertThat(run().said()).contains("./keepline staff --help");
        assertThat(run("make", "a@example.com").exit()).isEqualTo(2);
    }

    private static void signIn(Visitor person, String password) {
        assertThat(person.signIn("first@operator.example", password).statusCode())
                .isEqualTo(303);
    }

    private static Run run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var command = new StaffCommand(
                portal.bean(StaffAccounts.class),
                portal.bean(StaffActions.class),
                portal.bean(KeeplineProperties.class),
                portal.bean(InstantSource.class),
                out);
        return new Run(command.run(List.of(arguments)), bytes.toString(StandardCharsets.UTF_8));
    }
}
