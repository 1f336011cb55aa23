package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.AccountId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.lines.TrackedLines;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A line that somebody keeps an eye on: added, corrected, renewed elsewhere, and removed. */
class TrackedBrowserTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    static final String[] EVERYBODY = Somebody.EVERYBODY;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void a_line_of_ones_own(String kind) {
        var email = Somebody.named("tracks", kind) + "@keepline.example";
        var account = shared.world().account(email);
        var today = LocalDate.now(NEW_YORK);
        try (var owner = new Somebody(shared, kind).signedIn(email)) {
            owner.press("main a[href='/lines/new']");
            owner.find("#f-number").fill("12");
            owner.press("main form button.btn");
            owner.reads("own.wrong.number");
            assertThat(owner.find("#f-number")).hasValue("12");
            owner.find("#f-number").fill("(212) 555-0142");
            owner.press("main form button.btn");
            owner.find("#f-carrier").selectOption("att-prepaid");
            owner.find("#f-label").fill("妈妈 Mum");
            owner.find("#f-until").fill(today.plusDays(20).toString());
            owner.find("#f-state").selectOption("NY");
            owner.find("#f-zip").fill("10001");
            owner.press("main form button.btn");
            assertThat(owner.page()).hasURL(Pattern.compile(".*/lines/[0-9a-f-]{36}"));
            assertThat(owner.find("main")).containsText("妈妈 Mum");
            assertThat(stated(account)).isEqualTo(today.plusDays(21));

            owner.press("main a[href$='/edit']");
            assertThat(owner.find("#f-until")).hasValue(today.plusDays(20).toString());
            owner.find("#f-until").fill(today.plusDays(25).toString());
            owner.press("main form button.btn");
            assertThat(stated(account)).isEqualTo(today.plusDays(26));

            owner.press("main a[href$='/elsewhere']");
            owner.find("#f-amount").fill("25");
            owner.find("#f-until").fill(today.plusDays(55).toString());
            owner.press("button[value=look]");
            owner.reads("elsewhere.yet");
            assertThat(elsewhere(account)).as("looking records nothing").isZero();
            owner.press("button[value=record]");
            assertThat(owner.find(".paid li")).hasCount(1);
            assertThat(elsewhere(account)).isEqualTo(1);

            owner.press("main a[href$='/remove']");
            owner.press("main form button.btn");
            owner.at("/?said=removed");
            assertThat(owner.find("article.line")).hasCount(0);
            assertThat(shared.world().bean(Lines.class).of(account)).isEmpty();
        }
    }

    private static Line line(AccountId account) {
        return shared.world().bean(Lines.class).of(account).getFirst();
    }

    private static LocalDate stated(AccountId account) {
        return line(account).dates().stated().orElseThrow().serviceEndsOn();
    }

    private static int elsewhere(AccountId account) {
        return shared.world()
                .bean(TrackedLines.class)
                .elsewhere(account, line(account).id())
                .size();
    }
}
