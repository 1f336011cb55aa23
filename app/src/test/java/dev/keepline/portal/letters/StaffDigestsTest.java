package dev.keepline.portal.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.StaffAccounts;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.Jobs;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversation.About;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversations;
import dev.keepline.support.Digests;
import dev.keepline.support.SupportSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Staff hears of what is new, once, in their own language, and not all the time. */
class StaffDigestsTest {

    @RegisterExtension
    static final World world = new World();

    private static final String SECRET = "a sentence that only the console shows";

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** The application's own job stands still: here it is taken up by hand, at times of our own. */
    @BeforeEach
    void standStill() {
        world.postgres()
                .owner()
                .sql("update job set quarantined_at = now() where kind = 'staff-digest'")
                .update();
        world.postgres()
                .owner()
                .sql(
                        "update support_case set closed_at = now(), resolution = 'of another test' where closed_at is null")
                .update();
    }

    @Test
    void what_is_new_is_told_once_and_one_letter_is_the_most_in_the_time() {
        var olga = staff("olga@operator.example", "en");
        var wei = staff("wei@operator.example", "zh-CN");
        var ann = world.account("ann.digest@keepline.example");
        look(Duration.ZERO);
        assertThat(letters(olga)).as("nothing is new").isEmpty();

        open(ann, "PAYMENT_ODD");
        var question = new ConversationId(UUID.randomUUID());
        world.bean(Conversations.class).ask(ann, question, About.NOTHING, written());
        assertThat(words(olga))
                .contains("1 case, 1 question or reply", "Odd payment")
                .contains(
                        world.url("/console/questions/" + ann + "/" + question).toString())
                .doesNotContain(SECRET, "ann.digest");
        assertThat(words(wei)).contains("事项 1 件");
        look(Duration.ofMinutes(1));
        look(Duration.ofMinutes(30));

        assertThat(letters(olga)).containsExactly("Keepline: 2 things wait for you");
        assertThat(letters(wei)).containsExactly("Keepline：有 2 件事等您处理");
        assertThat(letters(ann)).isEmpty();

        open(ann, "REFUND_STUCK");
        look(Duration.ofMinutes(31));
        world.bean(Conversations.class).reply(ann, question, written());
        look(Duration.ofMinutes(40));
        assertThat(letters(olga)).as("too soon after the last").hasSize(2);
        look(Duration.ofMinutes(47));
        assertThat(letters(olga)).hasSize(3).endsWith("Keepline: one thing waits for you");
    }

    @Test
    void zero_sends_nothing() {
        var olga = staff("olga.off@operator.example", "en");
        open(world.account("ben.digest@keepline.example"), "STUCK");

        digests(Duration.ZERO, start).step(new Claim(StaffDigests.JOB, 1, 1));

        assertThat(letters(olga)).isEmpty();
    }

    private String words(AccountId staff) {
        var letter = world.bean(DigestLetters.class)
                .letter(staff, world.bean(Digests.class).untold(staff), start)
                .orElseThrow();
        return String.join("\n", letter.body().before());
    }

    private void look(Duration later) {
        digests(Duration.ofMinutes(15), start.plus(later)).step(new Claim(StaffDigests.JOB, 1, 1));
    }

    private StaffDigests digests(Duration every, Instant now) {
        return new StaffDigests(
                world.bean(StaffAccounts.class),
                world.bean(Digests.class),
                world.bean(DigestLetters.class),
                new StaffDigests.Rhythm(world.bean(Jobs.class), new SupportSettings(every, null), () -> now));
    }

    private void open(AccountId account, String kind) {
        assertThat(world.bean(Cases.class).open(account, Optional.empty(), kind, SECRET, start))
                .isTrue();
    }

    private Entry written() {
        return Entry.bySubscriber(UUID.randomUUID(), SECRET, Instant.now());
    }

    private AccountId staff(String email, String language) {
        var account = world.account(email);
        world.bean(Accounts.class).setLanguage(account, language);
        world.bean(Accounts.class).makeStaff(account, start);
        return account;
    }

    private static List<String> letters(AccountId account) {
        return world.postgres()
                .owner()
                .sql("select subject from letter where account_id = ? and key like 'digest/%' order by created_at")
                .param(account.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
