package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import dev.keepline.kernel.Iccid;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lines that people keep track of themselves, over HTTP. */
class TrackedLinesTest {

    @RegisterExtension
    static final World world = new World();

    private static final Map<String, String> KNOWN = Map.of(
            "number", "(212) 555-0142",
            "carrier", "att-prepaid",
            "label", "Mum",
            "plan", "",
            "state", "NY",
            "zip", "10001",
            "zone", "",
            "until", "2026-12-31");

    @Test
    void a_number_is_enough_to_begin_and_its_carrier_is_found_out() {
        var ann = visitor("begin@example.com");
        var asked = ann.submit("/lines/new", "/lines/new", Map.of("number", "(212) 555-0142"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains(
                        "This number is probably at AT&amp;T Prepaid",
                        "value=\"att-prepaid\" selected",
                        "+1 212-555-0142");
        var unknown = ann.submit("/lines/new", "/lines/new", Map.of("number", "(212) 555-2368"));
        assertThat(unknown.body()).contains("Nobody could tell us", "+1 212-555-2368");
    }

    @Test
    void a_tracked_line_shows_whose_word_its_dates_are_and_can_be_edited_and_removed() {
        var bob = visitor("keep@example.com");
        var line = added(bob, KNOWN);
        assertThat(bob.get(line).body())
                .contains(
                        "(212) 555-0142",
                        "31 Dec 2026",
                        "Entered by you",
                        "tracked by you",
                        "credit can be added here");

        // A sign that turns the direction of writing is left out: with it a text looks like another one.
        var corrected = with(KNOWN, Map.of("until", "2027-01-31", "label", "Mum’s\u202E phone\u2066"));
        assertThat(bob.submit(line + "/edit", line + "/edit", corrected).statusCode())
                .isEqualTo(303);
        assertThat(bob.get(line).body()).contains("31 Jan 2027", "Mum’s phone");

        assertThat(bob.get(line + "/remove").body()).contains("Renewals, bills and proofs of this line stay");
        assertThat(bob.submit(line + "/remove", line + "/remove", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(bob.get(line).statusCode()).isEqualTo(404);
        assertThat(bob.get("/").body()).contains("No lines yet").doesNotContain("Removed. Its renewals");
        assertThat(bob.get("/?said=removed").body()).contains("Removed. Its renewals");
        assertThat(bob.get("/?said=anything").body()).doesNotContain("role=\"status\"");
        assertThat(added(bob, KNOWN)).as("removed, it can be added anew").isNotEqualTo(line);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() {
        var eve = visitor("wrong@example.com");
        var answer = eve.submit(
                "/lines/new",
                "/lines/new",
                with(KNOWN, Map.of("zip", "1234", "state", "", "until", "31.12.2026", "plan", "fi-flexible")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("five digits", "Choose the state", "year-month-day", "value=\"1234\"")
                .contains("This plan is Google Fi", "but the carrier picked above is")
                .containsSubsequence("#f-until", "#f-plan", "#f-state", "#f-zip");
        assertThat(eve.submit("/lines/new", "/lines/new", Map.of("number", "12"))
                        .body())
                .contains("This is no phone number we can read", "value=\"12\"");
    }

    @Test
    void typing_somebody_elses_number_shows_nothing_of_it_and_takes_nothing_over() {
        var owner = world.account("holder@example.com");
        var managed = world.esim(owner, new Iccid("8901999900000003363"));
        var number = managed.identity().msisdn().orElseThrow().national();
        var thief = visitor("thief@example.com");
        var known = added(thief, with(KNOWN, Map.of("number", number, "carrier", "sandbox-mobile")));
        var stranger = added(thief, with(KNOWN, Map.of("number", "(212) 555-0199", "carrier", "sandbox-mobile")));
        assertThat(plain(thief.get(known).body(), number))
                .isEqualTo(plain(thief.get(stranger).body(), "(212) 555-0199"));
        assertThat(thief.get(known).body())
                .contains("tracked by you")
                .doesNotContain("8901", "/refresh\"", managed.identity().label());
        var holder = RefreshTest.visitor(world, "holder@example.com");
        assertThat(holder.get("/lines/" + managed.id()).statusCode()).isEqualTo(200);
        assertThat(holder.get("/").body()).contains(number);
    }

    @Test
    void the_same_number_is_one_line_and_the_operators_lines_cannot_be_edited_or_removed() {
        var fay = visitor("twice-typed@example.com");
        added(fay, KNOWN);
        var again = fay.submit("/lines/new", "/lines/new", with(KNOWN, Map.of("number", "+12125550142")));
        assertThat(again.body()).contains("You have this number already");

        var account = world.account("managed@example.com");
        var managed = "/lines/"
                + world.esim(account, new Iccid("8901999900000003439")).id();
        var gil = RefreshTest.visitor(world, "managed@example.com");
        assertThat(gil.get(managed + "/remove").statusCode()).isEqualTo(404);
        assertThat(gil.get(managed + "/elsewhere").statusCode()).isEqualTo(404);
        gil.submit(managed + "/edit", managed + "/edit", with(KNOWN, Map.of("label", "New name")));
        assertThat(gil.get(managed).body())
                .contains("New name", "us: we can read and renew it")
                .doesNotContain("31 Dec 2026");
        assertThat(fay.submit("/", managed + "/edit", Map.of("label", "mine")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_card_number_is_refused_where_a_name_is_asked_for_and_does_not_come_back() {
        var ida = visitor("card-label@example.com");
        var answer = ida.submit("/lines/new", "/lines/new", with(KNOWN, Map.of("label", "4242 4242 4242 4242")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("payment card", "•••• •••• •••• 4242")
                .doesNotContain("4242 4242");
    }

    @Test
    void a_number_that_no_country_gives_out_or_that_names_none_is_refused() {
        var jan = visitor("no-such@example.com");
        for (var number : java.util.List.of("0000000000", "(999) 999-9999", "13800138000", "+86 138 0013 8000")) {
            var answer = jan.submit("/lines/new", "/lines/new", Map.of("number", number));
            assertThat(answer.statusCode()).as(number).isEqualTo(422);
            assertThat(answer.body()).as(number).contains("autofocus", "id=\"p-number\"");
            assertThat(answer.body()).as("said once: " + number).doesNotContain("Please correct");
        }
        for (var foreign : java.util.List.of("+86 138 0013 8000", "+1 416 555 0142")) {
            assertThat(jan.submit("/lines/new", "/lines/new", Map.of("number", foreign))
                            .body())
                    .as(foreign)
                    .contains("Only numbers of the United States");
        }
        var ours = world.account("mine@example.com");
        var line = world.esim(ours, new Iccid("8901999900000003512"));
        var own = line.identity().msisdn().orElseThrow();
        var mine = RefreshTest.visitor(world, "mine@example.com")
                .submit("/lines/new", "/lines/new", Map.of("number", own.international()));
        assertThat(mine.body()).contains("You have this number already", "/lines/" + line.id());
    }

    @Test
    void a_number_that_only_receives_calls_is_no_line_of_anybody() {
        var tom = visitor("tollfree@example.com");
        for (var free : new String[] {"800", "888", "877", "866", "855", "844", "833", "900"}) {
            assertThat(tom.submit("/lines/new", "/lines/new", Map.of("number", "(" + free + ") 222-3333"))
                            .body())
                    .as(free)
                    .contains("toll-free or service number");
        }
    }

    @Test
    void who_corrects_the_state_gets_its_zone_unless_another_was_picked() {
        var mia = visitor("moves@example.com");
        var line = added(mia, with(KNOWN, Map.of("state", "CA", "zip", "90001")));
        assertThat(mia.get(line).body()).contains("Los Angeles");
        var form = mia.get(line + "/edit").body();
        assertThat(form).doesNotContainPattern("<option value=\"America[^>]*selected");
        mia.submit(line + "/edit", line + "/edit", KNOWN);
        assertThat(mia.get(line).body()).contains("NY 10001", "New York").doesNotContain("Los Angeles");
        mia.submit(line + "/edit", line + "/edit", with(KNOWN, Map.of("zone", "America/Chicago")));
        assertThat(mia.get(line + "/edit").body()).contains("<option value=\"America/Chicago\" selected");
    }

    @Test
    void an_empty_number_is_asked_for_and_a_card_is_called_one() {
        var nia = visitor("nothing@example.com");
        for (var number : java.util.List.of("", "  ")) {
            var answer = nia.submit("/lines/new", "/lines/new", Map.of("number", number));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Enter the phone number.").doesNotContain("no phone number we can read");
        }
        assertThat(nia.submit("/lines/new", "/lines/new", Map.of("number", "4242 4242 4242 4242"))
                        .body())
                .contains("payment card", "•••• •••• •••• 4242")
                .doesNotContain("no phone number we can read", "4242 4242");
    }

    @Test
    void who_lives_abroad_is_told_which_place_to_enter() {
        var olga = visitor("abroad@example.com");
        assertThat(olga.submit("/lines/new", "/lines/new", Map.of("number", "(212) 555-0142"))
                        .body())
                .contains("the US address that your carrier has on file");
    }

    @Test
    void a_corrected_carrier_finds_its_plans_on_the_page_and_no_price_stands_twice() {
        var ada = visitor("plans@example.com");
        var page = ada.submit("/lines/new", "/lines/new", with(KNOWN, Map.of("zip", "1")))
                .body();
        assertThat(page).contains("<optgroup label=\"Google Fi", "value=\"fi-flexible\"");
        assertThat(page).doesNotContainPattern("<option[^>]*>[^<]*\\$[0-9.]+[^<]*\\$[0-9.]+</option>");
    }

    @Test
    void a_zip_code_of_another_state_is_refused() {
        var kay = visitor("zip@example.com");
        var answer = kay.submit("/lines/new", "/lines/new", with(KNOWN, Map.of("state", "NY", "zip", "94105")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The ZIP code 94105 is not in New York");
    }

    private static String plain(String html, String number) {
        return html.replace(number, "N")
                .replaceAll("nonce=\"[^\"]+\"|name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("\\+1 [0-9-]{12}", "N")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }

    private static Visitor visitor(String email) {
        world.account(email);
        return RefreshTest.visitor(world, email);
    }

    private static String added(Visitor visitor, Map<String, String> values) {
        HttpResponse<String> answer = visitor.submit("/lines/new", "/lines/new", values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> changed) {
        var all = new HashMap<>(values);
        all.putAll(changed);
        return all;
    }
}
