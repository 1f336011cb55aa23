package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.Lines;
import dev.keepline.support.Conversations;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIM numbers that people note, and what they are told when the SIM is another one. */
class SimNumbersTest {

    @RegisterExtension
    static final World world = new World();

    private static final String SIM = World.iccid(61, "0878").digits();

    @Test
    void a_sim_number_is_noted_shown_by_its_end_corrected_and_taken_away_and_opens_no_record() {
        var account = world.account("sim@keepline.example");
        var ann = visitor("sim@keepline.example");
        var line = added(ann, with("iccid", SIM.replaceAll("(.{4})(?!$)", "$1 ")));

        assertThat(ann.get(line).body()).contains("SIM profile (ICCID)", "…" + SIM.substring(SIM.length() - 4));
        assertThat(ann.get(line + "/edit").body()).contains(SIM);
        assertThat(line(account).identity().iccid())
                .as("what anybody can type is no address of a record")
                .isEmpty();

        ann.submit(line + "/edit", line + "/edit", with("iccid", ""));
        assertThat(ann.get(line).body()).doesNotContain("SIM profile (ICCID)");
    }

    @ParameterizedTest
    @CsvSource({
        "89o1260000000000006, digits only",
        "490154203237518, begins with 89",
        "890126000000000000, these are 18",
        "8901260000000000005, mistyped"
    })
    void what_is_wrong_is_said_exactly_and_nothing_is_saved(String typed, String said) {
        world.account("wrongsim@keepline.example");
        var bob = visitor("wrongsim@keepline.example");

        var answer = bob.submit("/lines/new", "/lines/new", with("iccid", typed));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said, "value=\"" + typed + "\"");
    }

    @Test
    void a_cards_number_is_refused_and_covered() {
        world.account("cardsim@keepline.example");
        var cat = visitor("cardsim@keepline.example");

        var answer = cat.submit("/lines/new", "/lines/new", with("iccid", "4242 4242 4242 4242"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("4242 4242 4242");
    }

    @Test
    void another_sim_of_a_managed_line_is_a_question_that_says_first_what_we_cannot_do() {
        var account = world.account("swap@keepline.example");
        var line = world.esim(account, World.iccid(62, "0878"));
        var dan = visitor("swap@keepline.example");
        var page = dan.get("/lines/" + line.id()).body();
        assertThat(page).contains("I changed my SIM or phone", "topic=sim");

        var form = "/support/new?line=" + line.id() + "&topic=sim";
        assertThat(dan.get(form).body()).contains("we cannot order that for you", "would go to the old one");
        var fields = Map.of(
                "line",
                line.id().toString(),
                "topic",
                "sim",
                "key",
                UUID.randomUUID().toString(),
                "text",
                "New phone since Monday");
        var asked = dan.submit(form, "/support/new", fields);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        assertThat(world.bean(Conversations.class)
                        .of(account, 1)
                        .getFirst()
                        .about()
                        .facts())
                .containsEntry("topic", "sim")
                .containsKeys("number", "carrier");
        assertThat(dan.get(asked.headers().firstValue("Location").orElseThrow()).body())
                .contains("Another SIM for", "Another SIM or phone");
        assertThat(dan.get("/support/new?line=" + line.id()).body()).doesNotContain("no way to order that");
    }

    @Test
    void a_line_that_is_only_tracked_has_no_such_road() {
        world.account("own@keepline.example");
        var eve = visitor("own@keepline.example");

        assertThat(eve.get(added(eve, with("iccid", SIM))).body()).doesNotContain("topic=sim");
    }

    private static dev.keepline.lines.Line line(AccountId account) {
        return world.bean(Lines.class).of(account).getFirst();
    }

    private static Map<String, String> with(String field, String value) {
        var values = new HashMap<>(Map.of(
                "number", "(212) 555-0147",
                "carrier", "att-prepaid",
                "label", "Mum",
                "plan", "",
                "state", "NY",
                "zip", "10001",
                "zone", "",
                "until", "2026-12-31"));
        values.put(field, value);
        return values;
    }

    private static String added(Visitor visitor, Map<String, String> values) {
        var answer = visitor.submit("/lines/new", "/lines/new", values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Visitor visitor(String email) {
        var visitor = new Visitor(world.url("/").toString().replaceFirst("/$", ""));
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
