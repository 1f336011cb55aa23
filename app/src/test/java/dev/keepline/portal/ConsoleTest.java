package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingId;
import dev.keepline.identity.Accounts;
import dev.keepline.journey.RealProcess;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import dev.keepline.support.Cases;
import dev.keepline.support.StaffAction;
import dev.keepline.support.StaffActions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions, answers, and what people of the operator can do, over real HTTP and without script. */
class ConsoleTest {

    @RegisterExtension
    static final World world = new World();

    private static final String CARD = "4242424242424242";

    @BeforeAll
    static void staff() {
        var staff = world.account("staff@example.com");
        world.bean(Accounts.class).makeStaff(staff, Instant.parse("2026-11-25T00:00:00Z"));
    }

    @Test
    void a_question_about_a_renewal_says_where_the_money_is_and_is_answered_by_page_and_email() {
        var ann = world.account("ann@example.com");
        var renewal = inReview(ann, 11);
        var page = visitor("ann@example.com");
        var form = "/support/new?renewal=" + renewal;
        assertThat(page.get("/renewals/" + renewal).body()).contains(form);
        assertThat(page.get(form).body())
                .containsPattern("\\$[0-9.]+(</[^>]+>)? is held, not charged")
                .contains("What goes along", renewal.toString());

        var card = page.submit(
                form, "/support/new", Map.of("renewal", renewal.toString(), "text", "my card: 4242 4242 4242 4242"));
        assertThat(card.statusCode()).isEqualTo(422);
        assertThat(card.body())
                .contains("looks like a card number", "•••• •••• •••• 4242")
                .doesNotContain("4242 4242");
        assertThat(page.submit(form, "/support/new", Map.of("text", "  ")).statusCode())
                .isEqualTo(422);

        var key = "7d444840-9dc0-41d1-b245-5ffdce74fad2";
        var fields = Map.of("renewal", renewal.toString(), "key", key, "text", "没到账？ <b>🙂</b>\nline two");
        for (int i = 0; i < 2; i++) {
            assertThat(page.submit(form, "/support/new", fields).headers().firstValue("Location"))
                    .hasValue("/support/" + key);
        }
        assertThat(page.get("/support/" + key).body())
                .contains("Your question is with us", "没到账？ &lt;b&gt;🙂&lt;/b&gt;\nline two");
        world.account("eve@example.com");
        assertThat(visitor("eve@example.com").get("/support/" + key).statusCode())
                .isEqualTo(404);

        var staff = visitor("staff@example.com");
        var question = "/console/questions/" + ann + "/" + key;
        assertThat(staff.get("/console").body()).contains(question);
        assertThat(staff.get(question).body()).contains("is held, not charged", "没到账？");
        staff.submit(question, question + "/replies", Map.of("text", "We are asking the carrier."));
        assertThat(page.get("/support/" + key).body()).contains("We have answered", "We are asking the carrier.");
        assertThat(page.get("/").body()).contains("Support has answered your question", "/support/" + key + "#");
        RealProcess.await(
                "letter",
                Duration.ofSeconds(30),
                () -> world.sandbox().letters("ann@example.com").toString().contains("We are asking the carrier."));

        staff.submit(question, question + "/close", Map.of());
        assertThat(page.get("/support/" + key).body()).contains("This question is closed");
        page.submit("/support/" + key, "/support/" + key + "/replies", Map.of("text", "One more thing"));
        assertThat(page.get("/support").body()).contains("One question is open", "waiting for us");
    }

    @Test
    void a_question_about_one_line_tells_of_its_own_money_and_staff_is_not_spoken_to_as_the_customer() {
        var may = world.account("may@example.com");
        inReview(may, 15);
        var other = world.esim(may, World.iccid(16, "3082"));
        var page = visitor("may@example.com");
        var form = "/support/new?line=" + other.id();
        assertThat(page.get(form).body())
                .contains("For this number no money of yours is held")
                .doesNotContain("No money of yours");
        assertThat(page.get("/support/new").body()).contains("is held, not charged");
        var key = "7d444840-9dc0-41d1-b245-5ffdce74fad3";
        page.submit(form, "/support/new", Map.of("line", other.id().toString(), "key", key, "text", "Which SIM?"));
        assertThat(visitor("staff@example.com")
                        .get("/console/questions/" + may + "/" + key)
                        .body())
                .contains("For this number no money of the customer’s is held")
                .doesNotContain("of yours");
    }

    @Test
    void what_the_carrier_says_to_staff_ends_a_review_and_a_click_on_an_old_page_does_nothing() {
        var bob = world.account("bob@example.com");
        var delivered = inReview(bob, 12);
        var staff = visitor("staff@example.com");
        var page = "/console/renewals/" + bob + "/" + delivered;
        assertThat(staff.get("/console/renewals").body()).contains(page);
        assertThat(staff.get(page).body())
                .contains("Resolve: delivered", "Resolve: not delivered")
                .doesNotContain(">Void<");

        assertThat(staff.submit(page, page, Map.of("act", "DELIVERED")).statusCode())
                .isEqualTo(422);
        assertThat(staff.get(page + "?came=DONE").body()).doesNotContain("role=\"status\"");
        assertThat(came(staff, page, "STOP")).contains("Not possible");
        assertThat(came(staff, page, "DELIVERED")).contains("Done");
        assertThat(world.bean(Cases.class).open(bob))
                .as("the decision ends its case")
                .isEmpty();
        world.until(bob, delivered, Phase.RENEWED);
        assertThat(came(staff, page, "NOT_DELIVERED")).contains("Not possible");
        assertThat(staff.get(page).body()).contains("Confirmed by a person");
        assertThat(visitor("bob@example.com")
                        .get("/renewals/" + delivered + "/proof")
                        .body())
                .contains("told a person here");

        var refused = inReview(bob, 13);
        var other = "/console/renewals/" + bob + "/" + refused;
        var review = staff.get(other).body();
        var reference = refused.toString().replace("-", "") + "-o1";
        assertThat(review).contains(reference, "arrived", "Order at the aggregator", "pi_", "cs_");
        var payment = java.util.regex.Pattern.compile("pi_[A-Za-z0-9]+").matcher(review);
        assertThat(payment.find()).isTrue();
        for (var typed : List.of(
                reference,
                refused.toString(),
                payment.group(),
                refused.toString().substring(0, 8))) {
            assertThat(staff.submit("/console/customers", "/console/customers", Map.of("q", typed))
                            .body())
                    .as(typed)
                    .contains(other);
        }
        assertThat(came(staff, other, "ASK_NOW"))
                .containsPattern("DT One|Asked")
                .doesNotContain("Done");
        assertThat(came(staff, other, "NOT_DELIVERED")).contains("Done");
        world.until(bob, refused, Phase.NOT_CHARGED);
        assertThat(visitor("bob@example.com").get("/renewals/" + refused).body())
                .contains("did not deliver what you bought");
        assertThat(staff.get(other).body())
                .as("what was read and acted on stays")
                .contains("agent 7 says so", "This order is over", "2.5 GB</span> of", "Before the order")
                .doesNotContain("No reading of the carrier");
        assertThat(came(staff, other, "ASK_NOW")).contains("This order is over: nothing was asked");
        assertThat(world.bean(StaffActions.class).of(bob, 1))
                .extracting(StaffAction::action, StaffAction::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("renewal.ASK_NOW", "OVER"));
        assertThat(world.bean(StaffActions.class).of(bob, 99))
                .extracting(StaffAction::action, StaffAction::reason, StaffAction::outcome)
                .contains(org.assertj.core.groups.Tuple.tuple("renewal.DELIVERED", "agent 7 says so", "DONE"));
    }

    @Test
    void a_case_is_ended_with_a_reason_and_can_be_written_about() {
        var kim = world.account("kim@example.com");
        inReview(kim, 14);
        var one = world.bean(Cases.class).open(kim).getFirst();
        var staff = visitor("staff@example.com");
        var page = "/console/cases/" + kim + "/" + one.id();
        assertThat(staff.get("/console").body()).contains(page, "2.5 GB</span> of");
        assertThat(staff.get(page).body())
                .as("spoken to staff, and what can be done stands on the case itself")
                .contains("nobody", "Resolve: not delivered", "is held, not charged, until somebody decides")
                .doesNotContain("Your lines", ">Operator<");
        staff.submit("/console", page + "/owner", Map.of("act", "TAKE"));
        assertThat(world.bean(Cases.class).open(kim).getFirst().assignee()).isPresent();
        assertThat(staff.get("/console/").body()).contains("Give back");
        assertThat(staff.submit(page, page + "/letter", Map.of("text", "We look into it."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor("kim@example.com").get("/support").body()).contains("answered");
        assertThat(staff.submit(page, page + "/close", Map.of()).statusCode()).isEqualTo(422);
        assertThat(staff.submit(page, page + "/close", Map.of("text", "seen by telephone"))
                        .statusCode())
                .as("money is held, and nobody has decided")
                .isEqualTo(409);
        assertThat(world.bean(Cases.class).open(kim)).isNotEmpty();
        assertThat(staff.get(page).body())
                .contains("cannot be ended yet", "Number safe until", "Ordered", "Sandbox Month");
        var decided = "/console/renewals/" + kim + "/" + one.renewal().orElseThrow();
        assertThat(came(staff, decided, "NOT_DELIVERED")).contains("Done");
        assertThat(world.bean(Cases.class).open(kim)).isEmpty();
        assertThat(staff.get(page).body())
                .as("a letter of this morning still leads somewhere")
                .contains("This case is closed", "agent 7 says so", "Closed by", decided);
        assertThat(staff.get("/console/cases").body()).contains(page, "agent 7 says so");
        assertThat(staff.get("/console").body()).contains("href=\"/console/cases\"");
        assertThat(staff.submit(decided, page + "/close", Map.of("text", "late"))
                        .statusCode())
                .isEqualTo(303);
        world.bean(Cases.class).open(kim, Optional.empty(), "PAYMENT_ODD", "by hand", Instant.now());
        var other = "/console/cases/" + kim + "/"
                + world.bean(Cases.class).open(kim).getFirst().id();
        staff.submit(other, other + "/close", Map.of("text", "seen by telephone"));
        assertThat(world.bean(Cases.class).open(kim)).isEmpty();
    }

    @Test
    void customers_are_found_by_what_they_say_and_every_look_is_kept() {
        var lou = world.account("lou@example.com");
        var line = world.topUp(lou, "+12125550177");
        var staff = visitor("staff@example.com");
        var search = "/console/customers";
        var label = line.identity().label();
        for (var typed : new String[] {
            "lou@example.com", "0177", "(212) 555-0177", " LOU@example.com ", "(212) 555", "2125550", label
        }) {
            assertThat(staff.submit(search, search, Map.of("q", typed)).body())
                    .as(typed)
                    .contains("/console/customers/" + lou);
        }
        assertThat(staff.submit(search, search, Map.of("q", "２１２５５５０１７７")).body())
                .as("digits of full width")
                .contains("/console/customers/" + lou);
        assertThat(staff.submit(search, search, Map.of("q", "77")).body()).contains("Enter more");
        assertThat(staff.submit(search, search, Map.of("q", "nobody@example.com"))
                        .body())
                .contains("Nothing found");
        assertThat(staff.get("/console/customers/" + lou).body())
                .contains("lou@example.com", line.identity().label(), "Number safe until", "SIM profile");
        assertThat(staff.get("/console/actions").body()).contains("Looked at a customer", "Searched");
        assertThat(staff.get("/console/catalogue").body()).contains("Sandbox Month", "yes");
        assertThat(staff.get("/console/money").body()).contains("have not been compared", "Our balance there");
        staff.submit("/console/money", "/console/money", Map.of());
        assertThat(staff.get("/console/money").body()).contains("accounts derived again");
        assertThat(staff.get("/console/money.csv").body()).contains("booked_at,template,reference");
        assertThat(staff.get("/console/health").body()).contains("DT One", "Stripe", "Our balance there");
    }

    private static String came(Visitor staff, String page, String act) {
        var answer = staff.submit(page, page, Map.of("act", act, "text", "agent 7 says so"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return staff.get(answer.headers().firstValue("Location").orElseThrow())
                .body()
                .replaceFirst("(?s).*<p role=\"status\">", "")
                .replaceFirst("(?s)</p>.*", "");
    }

    /** A renewal whose order brought half of what was bought. */
    private static RenewalId inReview(AccountId account, int serial) {
        world.sandbox().fault("dtone", "order", "half_applied");
        var line = world.esim(account, World.iccid(serial, "3082"));
        var quoted =
                world.bean(Quotes.class).quote(account, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        var quote = ((QuoteResult.Quoted) quoted).quote();
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        var started = world.bean(Renewals.class).start(account, quote.id(), consent);
        var renewal = ((StartResult.Underway) started).renewal();
        var pay = world.until(account, renewal, Phase.TO_PAY).standing().pay().orElseThrow();
        var path = pay.url().getPath();
        world.sandbox().pay(path.substring(path.lastIndexOf('/') + 1), CARD);
        world.until(account, renewal, Phase.IN_REVIEW);
        return renewal;
    }

    private static Visitor visitor(String email) {
        var origin = world.url("/").toString();
        var visitor = new Visitor(origin.substring(0, origin.length() - 1));
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
