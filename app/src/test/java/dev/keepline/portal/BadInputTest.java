package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Line;
import dev.keepline.renewal.AcceptedTerms;
import dev.keepline.renewal.Renewals;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people, and others, put into forms: each answer says what is wrong, keeps what was typed, and moves no money. */
class BadInputTest {

    @RegisterExtension
    static final World world = new World();

    private static final Map<String, String> ALL_TICKED =
            Map.of("terms", AcceptedTerms.now("2026-11-30").text(), "spend", "yes");

    private static AccountId account;
    private static Line esim;
    private static Line credit;

    @BeforeAll
    static void lines() {
        account = world.account("careful@example.com");
        esim = world.esim(account, new Iccid("8901999900000002878"));
        credit = world.topUp(account, "+12125550190");
    }

    /** Many sign in here from one address, which otherwise is asked to wait. */
    @BeforeEach
    void nobody_has_tried() {
        world.postgres().owner().sql("delete from sign_in_tries").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ten",
                "-5",
                "0",
                "0.001",
                "1e3",
                "25,50",
                "１２ｘ",
                "٢٥",
                "二十五",
                "💸",
                "4242 4242 4242 4242",
                "99999999999999999999",
                "25; drop table line",
                "<b>25</b>"
            })
    void an_amount_that_is_none_is_answered_in_the_form_and_kept(String amount) {
        var answer = choose(credit, Map.of("offer", "att-prepaid-top-up", "amount", amount));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"", "Enter an amount in dollars");
        if (!amount.contains("4242")) {
            assertThat(answer.body()).contains("value=\"" + amount.replace("<", "&lt;") + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", " 25 ", "$25", "25.50", "25.5", "２５", "＄２５。５"})
    void what_people_write_for_an_amount_is_understood(String amount) {
        var answer = choose(credit, Map.of("offer", "att-prepaid-top-up", "amount", amount));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void no_amount_and_an_amount_nobody_sells_say_what_to_do() {
        assertThat(choose(credit, Map.of("offer", "att-prepaid-top-up")).body()).contains("Enter an amount");
        var much = choose(credit, Map.of("offer", "att-prepaid-top-up", "amount", "999999"));
        assertThat(much.statusCode()).isEqualTo(422);
        assertThat(much.body()).contains("Nothing was charged", "value=\"999999\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no-such-offer", "../../etc/passwd", "att-prepaid-unlimited", "💸", "sandbox-monthly'--"})
    void an_offer_that_is_none_moves_nothing(String offer) {
        var answer = choose(esim, Map.of("offer", offer));
        assertThat(answer.statusCode()).as(answer.body()).isIn(404, 422);
        assertThat(answer.body()).containsAnyOf("role=\"alert\"", "There is no such page");
        assertThat(world.bean(Renewals.class).recent(account, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "' or 1=1",
                "00000000-0000-0000-0000-000000000000",
                "%00",
                "💸",
                "11111111-2222-3333-4444-555555555555"
            })
    void a_tampered_id_is_a_page_that_is_not_there(String id) {
        var person = person();
        var encoded = id.startsWith("%") ? id : java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8);
        for (var form : new String[] {"/lines/%s/renew", "/quotes/%s/pay"}) {
            var answer = person.submit("/", form.formatted(encoded), ALL_TICKED);
            assertThat(answer.statusCode()).as(form + " " + id).isBetween(400, 404);
        }
    }

    @Test
    void terms_that_are_not_these_terms_hold_nothing() {
        var person = person();
        var renew = "/lines/" + esim.id() + "/renew";
        var quote = person.submit(renew, renew, Map.of("offer", "sandbox-monthly"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        for (var terms : new String[] {"1999-01-01", "💸", "x".repeat(5000)}) {
            var answer = person.submit(quote, quote + "/pay", Map.of("terms", terms, "spend", "yes"));
            assertThat(answer.statusCode()).as(terms).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"", "Nothing was held or charged");
        }
        assertThat(world.bean(Renewals.class).recent(account, 10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/logout, /", "/language, /", "/messages/seen, /", "/login, /login", "/support/new, /support/new"})
    void a_form_that_is_too_old_says_so_and_leads_back_to_its_page(String form, String page) {
        var answer = person().post(form, Map.of("to", "zh-CN"), "an-old-token");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("That page had been open too long", "Nothing has changed", "href=\"" + page + "\"");
    }

    @Test
    void an_old_form_that_would_pay_holds_nothing() {
        var person = person();
        var renew = "/lines/" + esim.id() + "/renew";
        var quote = person.submit(renew, renew, Map.of("offer", "sandbox-monthly"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(person.post(quote + "/pay", ALL_TICKED, "old").statusCode()).isEqualTo(403);
        assertThat(world.bean(Renewals.class).recent(account, 10)).isEmpty();
        assertThat(person.get(quote).body()).contains("Hold ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an address", "李伟@例子.公司", "💸@💸", "a@b\u0000c", "<script>@x"})
    void an_address_that_signs_nobody_in_is_kept_in_the_form_and_nothing_breaks(String email) {
        var answer = new Visitor(origin()).signIn(email, "whatever it is");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("<script>@", "whatever it is");
    }

    @Test
    void an_address_longer_than_mail_allows_is_refused_and_not_cut() {
        var visitor = new Visitor(origin());
        for (var email : java.util.List.of("a".repeat(65) + "@example.com", "a@" + "b".repeat(253))) {
            var answer = visitor.submit("/signup", "/signup", Map.of("email", email));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("too long", email);
        }
    }

    @Test
    void much_too_long_is_no_failure_of_ours() {
        var visitor = new Visitor(origin());
        assertThat(visitor.signIn("a".repeat(10_000) + "@example.com", "x").statusCode())
                .isEqualTo(422);
        assertThat(visitor.signIn("long@example.com", "密".repeat(50_000)).statusCode())
                .isBetween(400, 429);
        assertThat(visitor.submit("/login", "/language", Map.of("to", "x".repeat(9_000), "back", "/"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static HttpResponse<String> choose(Line line, Map<String, String> fields) {
        var renew = "/lines/" + line.id() + "/renew";
        return person().submit(renew, renew, fields);
    }

    private static Visitor person() {
        var visitor = new Visitor(origin());
        assertThat(visitor.signIn("careful@example.com", World.PASSWORD).statusCode())
                .isEqualTo(303);
        return visitor;
    }

    private static String origin() {
        return world.url("/").toString().replaceFirst("/$", "");
    }
}
