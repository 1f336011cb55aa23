package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.Clocks;
import dev.keepline.catalog.LifeState;
import dev.keepline.catalog.OnDate;
import dev.keepline.identity.Accounts;
import dev.keepline.journey.World;
import dev.keepline.lines.LineClocks;
import dev.keepline.reminders.Reminder;
import dev.keepline.reminders.ReminderChoices;
import dev.keepline.reminders.ReminderLetters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What will be sent when, and how it is ended, over real HTTP. */
class RemindersPagesTest {

    @RegisterExtension
    static final World world = new World();

    @Test
    void what_will_be_sent_is_shown_and_turned_off_and_on_again() {
        var ann = world.account("ann@example.com");
        world.topUp(ann, "+12125550191");
        var visitor = visitor("ann@example.com");
        assertThat(visitor.get("/reminders").body())
                .contains("We remind you by email", "(212) 555-0191", "its dates are not known");
        for (var kind : new String[] {"SERVICE", "NUMBER"}) {
            visitor.submit("/reminders", "/reminders", Map.of("kind", kind, "wanted", "no"));
        }
        assertThat(visitor.get("/reminders").body()).contains("All reminders are off", "reminders are off.");
        visitor.submit("/reminders", "/reminders", Map.of("kind", "NUMBER", "wanted", "yes"));
        assertThat(visitor.get("/reminders").body()).contains("We remind you by email");
        assertThat(visitor.submit("/reminders", "/reminders", Map.of("kind", "ALL"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void one_line_is_turned_off_on_its_own_page_and_on_again_on_the_page_of_all() {
        var line = world.tracked(world.account("dora@example.com"), "+12125550193", 20);
        var visitor = visitor("dora@example.com");
        var page = "/lines/" + line.id();
        assertThat(visitor.get(page).body()).contains("Turn off for this line", "a number that is lost");

        var off = visitor.submit(page, page + "/reminders", Map.of("wanted", "no", "from", "line"));
        assertThat(off.headers().firstValue("Location")).hasValue(page + "#s9");
        assertThat(visitor.get(page).body()).contains("Reminders of this line are off", "Turn on for this line");

        var on = visitor.submit("/reminders", page + "/reminders", Map.of("wanted", "yes", "from", "all"));
        assertThat(on.headers().firstValue("Location")).hasValue("/reminders#l-" + line.id());
        assertThat(visitor.get("/reminders").body())
                .contains("before the last day")
                .doesNotContain("Reminders of this line are off");
    }

    @Test
    void a_line_shows_its_next_letters_and_leads_to_all_of_them_which_open_without_script() {
        var lee = world.account("lee@example.com");
        var line = world.tracked(lee, "+12125550195", 60);
        var visitor = visitor("lee@example.com");
        var page = visitor.get("/reminders").body();
        assertThat(page).contains("<details><summary>All 9 of this line");
        assertThat(page.indexOf("7 days before the last day of service"))
                .as("the next stands open")
                .isBetween(0, page.indexOf("<details>"));
        assertThat(visitor.get("/lines/" + line.id()).body())
                .contains("7 days before the last day of service", "3 days before the last day of service")
                .containsPattern("<a href=\"/reminders\">7 more letters follow: see all</a>")
                .as("the reader's own time too, who lives elsewhere")
                .containsPattern("New York time; .{0,80}(Beijing|Shanghai) time")
                .contains("/reminders\"")
                .doesNotContain("One day before the last day of service");
    }

    @Test
    void the_home_page_calls_nobody_safe_without_saying_that_reminders_are_off() {
        world.tracked(world.account("sam@example.com"), "+12125550196", 60);
        var visitor = visitor("sam@example.com");
        assertThat(visitor.get("/").body())
                .contains("All your numbers are safe")
                .doesNotContain("reminders are off");
        for (var kind : new String[] {"SERVICE", "NUMBER"}) {
            visitor.submit("/reminders", "/reminders", Map.of("kind", kind, "wanted", "no"));
        }
        assertThat(visitor.get("/").body()).contains("All reminders are off: no e-mail comes before a date passes.");
    }

    @Test
    void one_click_in_a_mail_program_ends_a_kind_and_opening_the_link_ends_nothing() throws Exception {
        var bob = world.account("bob@example.com");
        world.bean(ReminderChoices.class).choose(bob, Reminder.Kind.SERVICE, true, Instant.now());
        var token = world.postgres()
                .owner()
                .sql("select token::text from reminder_choice where account_id = ?")
                .param(bob.value())
                .query((row, n) -> row.getString(1))
                .single();
        var link = "/unsubscribe/" + token;
        var nobody = new Visitor(origin());
        assertThat(nobody.get(link).body()).contains("Turn off these emails for all your numbers?");
        assertThat(oneClick(link).statusCode()).isEqualTo(200);
        assertThat(nobody.get(link).body()).contains("no more emails of this kind, for any number");
        assertThat(oneClick(link).statusCode()).isEqualTo(200);
        nobody.submit(link, link, Map.of("again", "yes"));
        assertThat(nobody.get(link).body()).contains("Turn off these emails for all your numbers?");
        for (var wrong : new String[] {"11111111-2222-3333-4444-555555555555", "x"}) {
            assertThat(oneClick("/unsubscribe/" + wrong).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_link_of_one_numbers_letter_ends_the_reminders_of_that_number_only_and_offers_all_beside_it()
            throws Exception {
        var zoe = world.account("zoe@example.com");
        var line = world.tracked(zoe, "+12125550197", 20);
        var choices = world.bean(ReminderChoices.class);
        choices.choose(zoe, Reminder.Kind.NUMBER, true, Instant.now());
        var token = world.postgres()
                .owner()
                .sql("select token::text from reminder_choice where account_id = ?")
                .param(zoe.value())
                .query((row, n) -> row.getString(1))
                .single();
        var link = "/unsubscribe/" + token + "?line=" + line.id();
        var nobody = new Visitor(origin());
        assertThat(nobody.get(link).body())
                .contains("(212) 555-0197", "Only this number", "All numbers", "Opening this page changes nothing");
        assertThat(oneClick(link).body()).contains("Reminders of", "are off", "Your other numbers are reminded");
        assertThat(choices.silent(zoe)).containsExactly(line.id());
        assertThat(choices.wanted(zoe)).contains(Reminder.Kind.NUMBER);

        nobody.submit(link, link, Map.of("again", "line-yes"));
        assertThat(choices.silent(zoe)).isEmpty();
        nobody.submit(link, link, Map.of("again", "no"));
        assertThat(choices.wanted(zoe)).doesNotContain(Reminder.Kind.NUMBER);
        var others = world.tracked(world.account("yan@example.com"), "+12125550198", 20);
        assertThat(nobody.get("/unsubscribe/" + token + "?line=" + others.id()).body())
                .as("a line of somebody else is none")
                .doesNotContain("555-0198", "Only this number");
    }

    @Test
    void a_letter_about_a_line_near_its_end_names_both_dates_in_the_readers_language_and_how_to_end_it() {
        var kim = world.account("kim@example.com");
        var line = world.esim(kim, World.iccid(41, "0878"));
        world.bean(Accounts.class).setLanguage(kim, "zh-CN");
        var reader = world.bean(Accounts.class).recipient(kim).orElseThrow();
        var ends = LocalDate.now(line.home().zone()).plusDays(4);
        var clocks = new Clocks(
                ends,
                LifeState.FINE,
                new OnDate.Known(ends),
                new OnDate.Range(ends.plusDays(30), Optional.empty()),
                Optional.empty());
        var about = new ReminderLetters.About(
                line,
                new LineClocks(clocks, LineClocks.Source.CARRIER, Optional.empty()),
                new Reminder(Reminder.Kind.SERVICE, ends.minusDays(1), 3),
                ends.minusDays(4),
                UUID.randomUUID());
        var letter = world.bean(ReminderLetters.class).letter(reader, about);
        assertThat(letter.subject())
                .as("as the line's page counts, with today")
                .endsWith(line.identity().msisdn().orElseThrow().national() + "：服务还剩 4 天")
                .startsWith(line.identity().label());
        assertThat(letter.body().before().toString()).contains("服务可用至", "号码保留至", "最早的一天");
        assertThat(letter.body().before().toString()).doesNotContain("如果什么都不做");
        var lost = new ReminderLetters.About(
                line,
                about.clocks(),
                new Reminder(Reminder.Kind.NUMBER, ends.plusDays(29), 14),
                ends.plusDays(15),
                UUID.randomUUID());
        assertThat(world.bean(ReminderLetters.class).letter(reader, lost).body().before())
                .last()
                .asString()
                .contains("如果什么都不做", "找不回来");
        assertThat(letter.envelope().unsubscribe().orElseThrow().toString())
                .contains("/unsubscribe/")
                .endsWith("?line=" + line.id());
        assertThat(letter.body().after().toString()).contains("不再提醒这个号码", "所有号码的提醒", "请勿回复");
        assertThat(letter.body().action().orElseThrow().link().toString()).contains("/lines/" + line.id());
    }

    private static HttpResponse<String> oneClick(String link) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin() + link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String origin() {
        var origin = world.url("/").toString();
        return origin.substring(0, origin.length() - 1);
    }

    private static Visitor visitor(String email) {
        var visitor = new Visitor(origin());
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
