package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.imports.Invitations;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Management;
import dev.keepline.lines.TrackedLines;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Claiming imported lines by invitation, over HTTP. */
class ClaimTest {

    @RegisterExtension
    static final Portal portal = new Portal();

    private static final String PAGE = "/console/imports";
    private static final Pattern LINK = Pattern.compile("/claim/[A-Za-z0-9_-]{43}");

    @Test
    void the_invitation_and_nothing_else_gives_the_line_to_whoever_holds_it_and_once() {
        var number = "+12125550111";
        var link = imported("A-1", "holder@example.com", number);
        var stranger = visitor("stranger@example.com");
        stranger.submit("/lines/new", "/lines/new", tracked(number));
        assertThat(stranger.get("/").body()).contains("tracked by you").doesNotContain("2026-12-31");

        assertThat(portal.visitor().get(link).headers().firstValue("Location").orElseThrow())
                .as("who is not signed in comes back after signing in")
                .isEqualTo("/login?next=" + link.replace("/", "%2F"));
        var holder = visitor("another-address@example.com");
        holder.submit("/lines/new", "/lines/new", tracked(number));
        assertThat(holder.get(link).body())
                .contains("One line waits for you", "(212) 555-0111", "h…@example.com", "Lin Wei");
        var untold = holder.submit(link, link, Map.of());
        assertThat(untold.statusCode())
                .as("another account than the invited one says so first")
                .isEqualTo(422);
        assertThat(untold.body()).contains("Tick the box", "Nothing was taken");
        assertThat(portal.bean(Lines.class).of(portal.account("another-address@example.com")))
                .allSatisfy(line -> assertThat(line.identity().management()).isEqualTo(Management.TRACKED));
        assertThat(holder.submit(link, link, Map.of("anyway", "yes")).statusCode())
                .isEqualTo(303);
        var lines = portal.bean(Lines.class).of(portal.account("another-address@example.com"));
        assertThat(lines).as("the tracked one has become the managed one").hasSize(1);
        assertThat(lines.getFirst().identity().management()).isEqualTo(Management.MANAGED);
        assertThat(holder.get("/").body()).contains("31 Dec 2026", "From your operator’s records");

        assertThat(staff().get("/console/lines").body())
                .as("whose it is now stands beside whom it was meant for")
                .contains("by another account than the invited: another-address@example.com");

        assertThat(stranger.get(link).statusCode()).isEqualTo(410);
        assertThat(stranger.submit("/", link, Map.of()).statusCode()).isEqualTo(410);
        assertThat(portal.bean(Lines.class).of(portal.account("stranger@example.com")))
                .allSatisfy(line -> assertThat(line.identity().management()).isEqualTo(Management.TRACKED));
    }

    @Test
    void staff_see_until_when_a_claimed_line_runs_now_and_what_the_file_said() {
        var link = imported("A-9", "moved@example.com", "+12125550119");
        var staff = staff();
        assertThat(staff.get("/console/lines").body())
                .containsSubsequence("A-9", "31 Dec 2026", "as imported")
                .doesNotContain("imported: ");
        assertThat(visitor("moved@example.com").submit(link, link, Map.of()).statusCode())
                .isEqualTo(303);
        var account = portal.account("moved@example.com");
        var line = portal.bean(Lines.class).of(account).getFirst().id();
        portal.bean(TrackedLines.class).say(account, line, Optional.of(LocalDate.parse("2027-02-01")), Instant.now());
        assertThat(staff.get("/console/lines").body())
                .containsSubsequence("A-9", "31 Jan 2027", "imported: 31 Dec 2026", "Claimed");
        assertThat(staff.submit("/console/customers", "/console/customers", Map.of("q", "A-9"))
                        .body())
                .containsSubsequence("A-9", "31 Jan 2027", "imported: 31 Dec 2026");
        assertThat(staff.get("/console/lines/" + line).body())
                .containsSubsequence("Service until", "31 Jan 2027", "Service until, as imported", "31 Dec 2026");
    }

    @Test
    void who_is_signed_in_as_somebody_else_signs_out_and_comes_back_to_the_claim() {
        var link = imported("E-1", "invited@example.com", "+12125550116");
        var other = visitor("somebody-else@example.com");
        assertThat(other.get(link).body())
                .contains("signed in to another account", "i…@example.com", "Sign out and go on");

        var left = other.submit(link, "/logout", Map.of("claim", link.replace("/claim/", "")));
        var login = left.headers().firstValue("Location").orElseThrow();
        assertThat(login).isEqualTo("/login?next=" + link.replace("/", "%2F"));
        assertThat(other.get(login).body()).contains("Your invitation is waiting for you");

        var invited = visitor("invited@example.com");
        assertThat(invited.get(link).body()).doesNotContain("another account", "Sign out and go on");
        assertThat(invited.submit(link, link, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void signing_out_leads_nowhere_but_to_a_claim() {
        for (var evil : List.of("//evil.example", "x", "%2F%2Fevil.example")) {
            var visitor = visitor("leaver@example.com");
            assertThat(visitor.submit("/", "/logout", Map.of("claim", evil))
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/login?left");
        }
    }

    @Test
    void a_new_invitation_ends_the_former_one_and_none_lasts_longer_than_a_fortnight() {
        var first = imported("B-1", "again@example.com", "+12125550112");
        var staff = staff();
        assertThat(staff.submit(PAGE, PAGE + "/invite", Map.of("email", "Again@Example.com"))
                        .body())
                .contains("A new invitation is on its way");
        assertThat(staff.submit(PAGE, PAGE + "/invite", Map.of("email", "nobody@example.com"))
                        .body())
                .contains("No line waits to be claimed");
        var second = link("again@example.com");
        var holder = visitor("patient@example.com");
        assertThat(second).isNotEqualTo(first);
        assertThat(holder.get(first).statusCode()).isEqualTo(410);
        assertThat(holder.get(second).statusCode()).isEqualTo(200);
        portal.postgres()
                .owner()
                .sql("update line_invitation set expires_at = now() - interval '1 second'")
                .update();
        assertThat(holder.get(second).statusCode()).isEqualTo(410);
        assertThat(holder.get("/claim/" + "x".repeat(43)).statusCode()).isEqualTo(410);
    }

    @Test
    void who_has_no_account_makes_one_and_comes_back_to_the_claim() {
        var link = imported("C-1", "newcomer@example.com", "+12125550113");
        var newcomer = portal.visitor();
        var login = newcomer.get(link).headers().firstValue("Location").orElseThrow();
        assertThat(newcomer.get(login).body())
                .contains("Your invitation is waiting for you", "/signup?next=" + link.replace("/", "%2F"));
        var ask = login.replace("/login", "/signup");
        assertThat(newcomer.get(ask).body())
                .contains("name=\"next\" value=\"" + link + "\"", "value=\"newcomer@example.com\"");
        newcomer.submit(ask, "/signup", Map.of("email", "newcomer@example.com", "next", link));
        var confirm = await("newcomer@example.com", "/signup/confirm");
        assertThat(confirm).contains("&next=" + link.replace("/", "%2F"));
        assertThat(newcomer.get(confirm).body()).contains("name=\"next\" value=\"" + link + "\"");
        var token = confirm.replaceAll(".*[?]t=([^&]+).*", "$1");
        var made = newcomer.submit(
                confirm,
                "/signup/confirm",
                Map.of(
                        "t",
                        token,
                        "name",
                        "New",
                        "password",
                        Portal.PASSWORD,
                        "zone",
                        "America/New_York",
                        "next",
                        link));
        assertThat(made.headers().firstValue("Location")).hasValue(link);
        assertThat(newcomer.get(link).body()).contains("One line waits for you", "(212) 555-0113");
        assertThat(newcomer.submit(link, link, Map.of()).statusCode()).isEqualTo(303);
        assertThat(newcomer.get("/").body()).contains("(212) 555-0113");
    }

    @Test
    void nobody_is_led_anywhere_but_to_a_page_of_ours() {
        for (var evil :
                List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a//b")) {
            var page = portal.visitor().get("/signup?next=" + java.net.URLEncoder.encode(evil, StandardCharsets.UTF_8));
            assertThat(page.body()).as(evil).contains("name=\"next\" value=\"/\"");
        }
    }

    @Test
    void changing_the_language_stays_on_the_page_with_all_it_was_asked() {
        var visitor = portal.visitor();
        assertThat(visitor.get("/signup?next=%2Fclaim%2Fabc").body())
                .contains("name=\"back\" value=\"/signup?next=%2Fclaim%2Fabc\"");
        var back = visitor.submit("/signup", "/language", Map.of("to", "zh-CN", "back", "/signup?next=%2Fclaim%2Fabc"));
        assertThat(back.headers().firstValue("Location")).hasValue("/signup?next=%2Fclaim%2Fabc");
        assertThat(visitor.get("/signup?next=%2Fclaim%2Fabc").body()).contains("lang=\"zh-CN\"", "/claim/abc");
    }

    @Test
    void an_invitation_speaks_every_language_or_the_one_the_file_names() {
        imported("D-1", "both@example.com", "+12125550114");
        assertThat(letter("both@example.com", "subject")).contains("Your line is waiting for you", "等待您认领");
        assertThat(letter("both@example.com", "text")).contains("See my lines", "Whoever has this link", "请不要转发");
        imported("D-2,zh-Hans-CN", "chinese@example.com", "+12125550115");
        assertThat(letter("chinese@example.com", "subject")).doesNotContain("Your line");
        assertThat(letter("chinese@example.com", "text")).doesNotContain("Whoever has this link");
        assertThat(letter("chinese@example.com", "language")).startsWith("zh");
    }

    @Test
    void imported_lines_are_found_by_parts_and_a_file_that_brings_nothing_new_says_where_its_holders_stand() {
        imported("Own-77-x", "found@example.com", "+12125550118");
        var staff = staff();
        var search = "/console/customers";
        for (var typed : List.of("own-77", "2125550", "(212) 555-011", "0118", "found@exa")) {
            assertThat(staff.submit(search, search, Map.of("q", typed)).body())
                    .as(typed)
                    .contains("Own-77-x");
        }
        var file = """
                reference,language,email,number,carrier,state,zip,service_until
                Own-77-x,,found@example.com,+12125550118,att-prepaid,NY,10001,2026-12-31
                """;
        var page = staff.upload(PAGE, PAGE, "again.csv", file.getBytes(StandardCharsets.UTF_8))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        staff.submit(page, page + "/import", Map.of());
        assertThat(staff.get(page).body())
                .contains("One line of this file was here already, unchanged")
                .doesNotContain("Every holder has an invitation");
    }

    @Test
    void an_address_that_refused_its_letter_stands_on_the_page_of_the_import_and_covered_on_the_page_of_health() {
        imported("F-1", "refuser@example.com", "+12125550121");
        portal.postgres()
                .owner()
                .sql("update letter set refused_at = now(), refusal = '550' where recipient = 'refuser@example.com'")
                .update();
        var staff = staff();
        assertThat(staff.get("/console/health").body())
                .contains("r…@example.com", "/console/lines?state=refused")
                .doesNotContain("refuser@example.com");
        var lines = staff.get("/console/lines?state=refused").body();
        var file = Pattern.compile("/console/lines/[0-9a-f-]{36}").matcher(lines);
        assertThat(file.find()).isTrue();
        var link = Pattern.compile("/console/imports/[0-9a-f-]{36}")
                .matcher(staff.get(file.group()).body());
        assertThat(link.find()).isTrue();
        assertThat(staff.get(link.group()).body()).contains("One address refused the letter: refuser@example.com");
    }

    private static String letter(String to, String column) {
        return portal.postgres()
                .owner()
                .sql("select " + column + " from letter where recipient = ? order by created_at desc limit 1")
                .param(to)
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** The link of that page in a letter that is on its way. */
    private static String await(String to, String page) {
        var found = new java.util.concurrent.atomic.AtomicReference<String>("");
        dev.keepline.journey.RealProcess.await("a letter to " + to, java.time.Duration.ofSeconds(20), () -> {
            var links = Pattern.compile(Pattern.quote(page) + "\\S+").matcher(letter(to, "text"));
            return links.find() && found.compareAndSet("", links.group());
        });
        return found.get();
    }

    private static Map<String, String> tracked(String number) {
        return Map.of(
                "number", number, "carrier", "att-prepaid", "label", "", "state", "NY", "zip", "10001", "until", "");
    }

    /** Imports a line and invites its holder; the way the invitation leads. */
    private static String imported(String reference, String email, String number) {
        var staff = staff();
        var named = (reference + ",").split(",", -1);
        var file =
                "reference,language,email,number,carrier,state,zip,service_until\n%s,%s,%s,%s,att-prepaid,NY,10001,2026-12-31\n"
                        .formatted(named[0], named[1], email, number);
        var page = staff.upload(PAGE, PAGE, "lines.csv", file.getBytes(StandardCharsets.UTF_8))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        staff.submit(page, page + "/import", Map.of());
        assertThat(staff.get(page).body()).contains("One holder has not been invited");
        assertThat(portal.bean(Invitations.class).send(email, Instant.now())).isTrue();
        assertThat(staff.get(page).body()).contains("One holder has an invitation");
        return link(email);
    }

    /** The newest letter to that address; the table of invitations keeps no token. */
    private static String link(String email) {
        var text = portal.postgres()
                .owner()
                .sql("select text from letter where recipient = ? order by created_at desc limit 1")
                .param(email)
                .query((row, n) -> row.getString(1))
                .single();
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    private static Visitor staff() {
        portal.bean(Accounts.class).makeStaff(portal.account("inviter@example.com"), Instant.EPOCH);
        return visitor("inviter@example.com");
    }

    private static Visitor visitor(String email) {
        portal.account(email);
        var visitor = portal.visitor();
        assertThat(visitor.signIn(email, Portal.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
