package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.jobs.Leases;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalNotice;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Somebody leaves the card page: one letter says that nothing was taken, until when the line lives, and where to try again. */
class LeftUnpaidTest {

    @RegisterExtension
    static final World world = new World();

    private final Deal deal = new Deal(world);
    private final AccountDesk desk = new AccountDesk(world);

    @Test
    void who_left_the_card_page_gets_one_letter_in_the_language_of_letters() {
        var email = "left@keepline.example";
        var account = world.account(email);
        world.bean(Accounts.class).setLanguage(account, "zh-CN");
        var line = world.esim(account, World.iccid(41, "0878"));
        var renewal = expired(account, line);
        var letter = desk.anyLetter(email, "没有从您那里扣钱");
        assertThat(letter.path("text").asString()).contains("付款页面打开期间没有人付款", "/lines/" + line.id() + "/renew");

        tellAgain(account, renewal);
        assertThat(about(email)).as("never twice").hasSize(1);
    }

    @Test
    void who_has_begun_again_is_not_told_of_the_first_try() {
        var email = "again@keepline.example";
        var account = world.account(email);
        var line = world.esim(account, World.iccid(42, "0878"));
        var first = begun(account, line);
        var busy = world.bean(Leases.class)
                .claim(new WakeRef("renewal", account, first.toString()), Duration.ofMillis(500));
        assertThat(world.bean(Renewals.class).cancel(account, first))
                .as("also while a worker has it: %s", busy)
                .isTrue();
        world.until(account, first, Phase.NOT_CHARGED);
        var left = expired(account, line);
        desk.anyLetter(email, "nothing is taken from you");

        var paid = deal.paid(deal.quote(account, line, "sandbox-monthly"));
        world.until(account, paid, Phase.RENEWED);
        forget(account, left);
        tellAgain(account, left);
        assertThat(about(email))
                .as("the order that was cancelled had no letter, and the unpaid one none after another")
                .hasSize(1);
    }

    private RenewalId begun(AccountId account, Line line) {
        var quote = deal.quote(account, line, "sandbox-monthly");
        var renewal = ((StartResult.Underway) deal.pressed(quote)).renewal();
        world.until(account, renewal, Phase.TO_PAY);
        return renewal;
    }

    /** The gateway closes the page by itself when its time is over. */
    private RenewalId expired(AccountId account, Line line) {
        var renewal = begun(account, line);
        var page = world.until(account, renewal, Phase.TO_PAY).standing().pay().orElseThrow();
        var path = page.url().getPath();
        world.sandbox().stripePost("/checkout/sessions/" + path.substring(path.lastIndexOf('/') + 1) + "/expire");
        world.until(account, renewal, Phase.NOT_CHARGED);
        return renewal;
    }

    private static void tellAgain(AccountId account, RenewalId renewal) {
        var job = new RenewalNotice(renewal, "not_charged").job(account);
        world.bean(dev.keepline.jobs.Jobs.class).scheduleNow(job);
        RealProcess.await(
                "told again",
                Duration.ofSeconds(20),
                () -> world.postgres()
                        .owner()
                        .sql("select count(*) from job where kind = ? and key = ? and due_at is not null")
                        .params(job.kind(), job.key())
                        .query((row, n) -> row.getInt(1) == 0)
                        .single());
    }

    /** As if its letter had never been written. */
    private static void forget(AccountId account, RenewalId renewal) {
        world.postgres()
                .owner()
                .sql("delete from letter where account_id = ? and key like ?")
                .params(account.value(), "renewal/" + renewal + "/%")
                .update();
    }

    private List<JsonNode> about(String email) {
        return world.sandbox()
                .letters(email)
                .valueStream()
                .filter(letter -> letter.path("text").asString().contains("/renew"))
                .filter(letter -> !letter.path("text").asString().contains("/renewals/"))
                .toList();
    }
}
