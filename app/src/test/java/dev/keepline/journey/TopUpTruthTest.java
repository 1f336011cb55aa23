package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.Visitor;
import dev.keepline.renewal.Certificates;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.StartResult;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money that was credited is not a plan renewed: everything says what came, who confirmed it, and what did not change. */
class TopUpTruthTest {

    @RegisterExtension
    static final World world = new World();

    /** What nobody may read where only money was credited. */
    private static final String[] RENEWED = {"Renewed", "is safe until", "is renewed", "and renew", "read from T-Mobile"
    };

    private final Deal deal = new Deal(world);
    private final AccountDesk desk = new AccountDesk(world);

    @Test
    void money_on_a_line_with_a_plan_is_called_a_top_up_everywhere_and_moves_no_date() {
        var email = "topped@keepline.example";
        var account = world.account(email);
        var line = world.tmobile(account, "+12125550145", Optional.empty(), Optional.of(20));
        var quote = deal.quote(account, line, "tmobile-prepaid-top-up", Optional.of(Money.usd(1_000)));
        var reader = desk.signedIn(email);
        assertThat(read(reader, "/quotes/" + quote.id()))
                .contains("and top up", "The dates stay as they are", "90 to 120 days", "after the top-up is confirmed")
                .doesNotContain(RENEWED);

        var renewal = deal.paid(quote);
        world.until(account, renewal, Phase.RENEWED);

        assertThat(read(reader, "/renewals/" + renewal))
                .contains("Topped up", "$10.00", "the dates have not changed", "Topping up", "DT One has confirmed")
                .doesNotContain(RENEWED);
        assertThat(read(reader, "/lines/" + line.id()))
                .contains("Topped up here with", "$10.00", "The dates have not changed", "DT One confirmed it")
                .doesNotContain(RENEWED);
        assertThat(read(reader, "/")).contains("A top-up is confirmed and paid").doesNotContain(RENEWED);
        assertThat(read(reader, "/bills")).contains("Top-up").doesNotContain("Renewal<");
        assertThat(read(reader, "/quotes/" + quote.id()))
                .contains("the line is topped up")
                .doesNotContain(RENEWED);
        proof(reader, account, renewal);
        assertThat(letter(email, "DT One has confirmed that $10.00 arrived"))
                .contains("The dates have not changed: Service until", "renews nothing")
                .doesNotContain(RENEWED);
        assertThat(chinese(account, email, renewal))
                .contains("充值 $10.00", "日期未变")
                .doesNotContain("已续费");
    }

    @Test
    void a_top_up_that_is_under_way_is_called_so_to_its_owner_and_to_staff() {
        var email = "under-way@keepline.example";
        var account = world.account(email);
        var line = world.tmobile(account, "+12125550147", Optional.empty(), Optional.of(5));
        var quote = deal.quote(account, line, "tmobile-prepaid-top-up", Optional.of(Money.usd(1_000)));
        var renewal = ((StartResult.Underway) deal.pressed(quote)).renewal();
        world.until(account, renewal, Phase.TO_PAY);
        var reader = desk.signedIn(email);
        assertThat(read(reader, "/"))
                .contains("A top-up is under way: Waiting for payment")
                .doesNotContain("A renewal is under way");
        assertThat(read(reader, "/support/new?renewal=" + renewal))
                .contains("Top-up stood at")
                .doesNotContain("Renewal");
        var question =
                Map.of("renewal", renewal.toString(), "key", UUID.randomUUID().toString(), "text", "Why?");
        assertThat(reader.submit("/support/new?renewal=" + renewal, "/support/new", question)
                        .statusCode())
                .isEqualTo(303);
        assertThat(read(reader, "/support"))
                .contains("Top-up of (212) 555-0147")
                .doesNotContain("Renewal of");

        world.bean(Accounts.class).makeStaff(world.account("staff-topped@keepline.example"), Instant.now());
        var staff = desk.signedIn("staff-topped@keepline.example");
        assertThat(read(staff, "/console/renewals"))
                .contains("Orders that wait", "Top-up")
                .doesNotContain("Renewal<");
        assertThat(read(staff, "/console/renewals/" + account + "/" + renewal))
                .contains("Top-up")
                .doesNotContain("Renewal<");
    }

    private void proof(Visitor reader, AccountId account, RenewalId renewal) {
        assertThat(read(reader, "/renewals/" + renewal + "/proof"))
                .contains("Proof of top-up", "the dates have not changed")
                .doesNotContain(RENEWED)
                .doesNotContain("Proof of renewal");
        var code = world.bean(Certificates.class)
                .of(account, renewal)
                .orElseThrow()
                .code();
        assertThat(read(desk.visitor(), "/verify/" + code))
                .contains("the top-up stands", "topped up with", "$10.00", "its dates have not changed")
                .doesNotContain(RENEWED)
                .doesNotContain("the renewal");
    }

    /** A page's words, without the marks that keep names and numbers in one piece. */
    private static String read(Visitor reader, String path) {
        return reader.get(path).body().replaceAll("</?span[^>]*>", "");
    }

    /** The same page for a reader of Chinese. */
    private String chinese(AccountId account, String email, RenewalId renewal) {
        world.bean(Accounts.class).setLanguage(account, "zh-CN");
        return read(desk.signedIn(email), "/renewals/" + renewal);
    }

    @Test
    void what_an_amount_brings_by_a_rule_is_said_to_be_counted_and_confirmed_by_dt_one_only() {
        var email = "counted@keepline.example";
        var account = world.account(email);
        var line = world.tmobile(account, "+12125550143", Optional.of("tmobile-prepaid-top-up"), Optional.empty());
        var reader = desk.signedIn(email);
        assertThat(read(reader, "/lines/" + line.id() + "/renew"))
                .contains("counted by T-Mobile’s published rule")
                .doesNotContain("brings a date that is.");
        var quote = deal.quote(account, line, "tmobile-prepaid-top-up", Optional.of(Money.usd(1_000)));
        assertThat(read(reader, "/quotes/" + quote.id()))
                .contains("Counted by T-Mobile’s published rule", "Sources disagree (90 to 120 days)", "and renew")
                .doesNotContain("must confirm it", "cannot be applied without");

        var renewal = deal.paid(quote);
        world.until(account, renewal, Phase.RENEWED);

        assertThat(letter(email, "DT One has confirmed the top-up"))
                .contains("counted by its published rule", "Service until")
                .doesNotContain("Prepaid has confirmed", "renewal of", "is renewed");
        assertThat(read(reader, "/renewals/" + renewal))
                .contains("Topped up: ", "It is topped up.")
                .doesNotContain("Renewed: ", "It is renewed");
        assertThat(read(reader, "/renewals/" + renewal + "/proof"))
                .contains("Proof of top-up", "Topped up: ")
                .doesNotContain("Proof of renewal", "Renewed: ");
        var code = world.bean(Certificates.class)
                .of(account, renewal)
                .orElseThrow()
                .code();
        assertThat(read(desk.visitor(), "/verify/" + code))
                .contains("the top-up stands", "not proven: counted by T-Mobile’s published rule")
                .doesNotContain("the renewal");
    }

    private String letter(String to, String part) {
        return desk.anyLetter(to, part).path("text").asString();
    }
}
