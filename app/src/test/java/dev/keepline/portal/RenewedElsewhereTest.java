package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** "I renewed it elsewhere": what follows is shown first, never guessed, and recorded as it was shown. */
class RenewedElsewhereTest {

    @RegisterExtension
    static final World world = new World();

    private static final String BALANCE = "att-prepaid-non-monthly-balance";
    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    private final Map<String, String> paid =
            Map.of("on", today.toString(), "amount", "25", "plan", "", "until", "", "step", "look");

    @Test
    void what_follows_by_the_rule_is_said_and_nothing_changes_before_it_is_recorded() {
        var cat = visitor("else@example.com");
        var line = added(cat, "att-prepaid", BALANCE, "");
        var look = sent(cat, line, paid);
        assertThat(look.body())
                .contains("By the published rule service then runs until", "Not recorded yet")
                .doesNotContain("Something has changed");
        assertThat(cat.get(line).body()).doesNotContain("Renewed elsewhere");
        assertThat(sent(cat, line, seen(look, paid)).statusCode()).isEqualTo(303);
        assertThat(cat.get(line).body())
                .contains("Renewed elsewhere on", "for <span class=\"nb\">$25.00</span>", "published rule");
    }

    @Test
    void money_alone_is_no_days_where_the_line_may_be_on_a_plan() {
        var ben = visitor("money@example.com");
        for (var plan : new String[] {"", "tmo-starter-monthly"}) {
            var line = added(ben, "tmobile-prepaid", plan, "");
            for (var amount : new String[] {"25", "100"}) {
                var answer = sent(ben, line, with(paid, Map.of("amount", amount, "step", "record")));
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains("only on a line that is known to live on its balance");
            }
            assertThat(ben.get(line).body()).doesNotContain("Renewed elsewhere");
            var until = today.plusDays(30).toString();
            assertThat(sent(ben, line, with(paid, Map.of("until", until))).body())
                    .contains("as you say", "Not recorded yet");
            ben.submit(line + "/remove", line + "/remove", Map.of());
        }
    }

    @Test
    void what_no_rule_says_is_asked_for_and_never_guessed() {
        var dan = visitor("norule@example.com");
        var line = added(dan, "other", "", "");
        var answer = sent(dan, line, Map.of("on", today.toString(), "amount", "25"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("No published rule says how long this lasts")
                .as("there is no plan to choose")
                .doesNotContain("choose the plan");
    }

    @Test
    void what_was_changed_after_it_was_shown_is_shown_again_before_it_is_recorded() {
        var fay = visitor("changed@example.com");
        var line = added(fay, "att-prepaid", BALANCE, "");
        var shown = sent(fay, line, paid);
        var changed = with(seen(shown, paid), Map.of("amount", "100"));
        var again = sent(fay, line, changed);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("Something has changed since the dates were shown", "value=\"100\"");
        assertThat(fay.get(line).body()).doesNotContain("Renewed elsewhere");
        assertThat(sent(fay, line, seen(again, changed)).statusCode()).isEqualTo(303);
        assertThat(fay.get(line).body()).contains("for <span class=\"nb\">$100.00</span>");
    }

    @Test
    void an_earlier_date_is_recorded_only_by_somebody_who_has_seen_that_it_is_earlier() {
        var lea = visitor("shorter@example.com");
        var line = added(lea, "att-prepaid", "", today.plusDays(60).toString());
        var said = Map.of("on", today.toString(), "until", today.plusDays(20).toString(), "step", "record");
        var asked = sent(lea, line, said);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("40 days earlier than now");
        assertThat(sent(lea, line, seen(asked, said)).statusCode()).isEqualTo(303);
    }

    /** The fields as they are sent by somebody who has seen that answer. */
    private static Map<String, String> seen(HttpResponse<String> answer, Map<String, String> fields) {
        return with(fields, Map.of("seen", Visitor.hidden(answer, "seen"), "step", "record"));
    }

    private static HttpResponse<String> sent(Visitor who, String line, Map<String, String> fields) {
        return who.submit(line + "/elsewhere", line + "/elsewhere", fields);
    }

    private static Visitor visitor(String email) {
        world.account(email);
        return RefreshTest.visitor(world, email);
    }

    private static String added(Visitor visitor, String carrier, String plan, String until) {
        var fields = new HashMap<>(Map.of("number", "(212) 555-0142", "label", "", "state", "NY", "zip", "10001"));
        fields.putAll(Map.of("carrier", carrier, "plan", plan, "until", until, "zone", ""));
        var answer = visitor.submit("/lines/new", "/lines/new", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> changed) {
        var all = new HashMap<>(values);
        all.putAll(changed);
        return all;
    }
}
