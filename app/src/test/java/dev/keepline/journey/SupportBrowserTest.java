package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.StartResult;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversations;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A question about a renewal: asked, answered in the console, seen, answered again, and closed. */
class SupportBrowserTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    static final String[] EVERYBODY = Somebody.EVERYBODY;
    private static final String ASKER = "asks@keepline.example";
    private static final String DESK = "answers@keepline.example";

    private static AccountId account;
    private static RenewalId renewal;

    @BeforeAll
    static void people() {
        var world = shared.world();
        account = world.account(ASKER);
        world.bean(Accounts.class).makeStaff(world.account(DESK), Instant.EPOCH);
        var deal = new Deal(world);
        var quote = deal.quote(account, world.esim(account, World.iccid(63, "0878")), "sandbox-monthly");
        renewal = ((StartResult.Underway) deal.pressed(quote)).renewal();
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void from_the_renewal_to_the_answer(String kind) {
        var question = "没到账？ Where is it? 🙂 " + kind;
        try (var asker = new Somebody(shared, kind).signedIn(ASKER);
                var staff = new Somebody(shared, kind).signedIn(DESK)) {
            asker.open("/renewals/" + renewal);
            asker.press("a[href*='/support/new?renewal=']");
            assertThat(asker.find("dl.facts").first()).containsText(renewal.toString());
            asker.find("textarea").fill(question);
            asker.press("form[action='/support/new'] button");
            assertThat(asker.page()).hasURL(Pattern.compile(".*/support/[0-9a-f-]{36}"));
            asker.reads("support.state.OPEN");
            var id = asker.page().url().replaceFirst(".*/", "");
            assertThat(stored(id).about().renewal()).isEqualTo(Optional.of(renewal));

            staff.open("/console");
            staff.press("a[href='/console/questions/" + account + "/" + id + "']");
            assertThat(staff.find(".thread")).containsText(question);
            staff.find("textarea").first().fill("We look into it. 我们在查。 " + kind);
            staff.press("form[action$='/replies'] button");
            staff.reads("console.turn.WAITING");

            asker.open("/support");
            asker.press("a[href='/support/" + id + "']");
            asker.reads("support.state.WAITING");
            assertThat(asker.find(".thread li")).hasCount(2);
            assertThat(asker.find(".thread")).containsText("我们在查。 " + kind);
            asker.find("textarea").fill("Thank you 谢谢");
            asker.press("form[action$='/replies'] button");
            assertThat(asker.find(".thread li")).hasCount(3);
            asker.press("form[action$='/close'] button");
            asker.at("/support");
            assertThat(stored(id).state()).isEqualTo(Conversation.State.CLOSED);
        }
    }

    private static Conversation stored(String id) {
        return shared.world()
                .bean(Conversations.class)
                .find(account, ConversationId.parse(id))
                .orElseThrow();
    }
}
