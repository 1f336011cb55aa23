package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.imports.Invitations;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Management;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
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
        assertThat(holder.submit(link, link, Map.of()).statusCode()).isEqualTo(303);
        var lines = portal.bean(Lines.class).of(portal.account("another-address@example.com"));
        assertThat(lines).as("the tracked one has become the managed one").hasSize(1);
        assertThat(lines.getFirst().identity().management()).isEqualTo(Management.MANAGED);
        assertThat(holder.get("/").body()).contains("31 Dec 2026", "From your operator’s records");

        assertThat(stranger.get(link).statusCode()).isEqualTo(410);
        assertThat(stranger.submit("/", link, Map.of()).statusCode()).isEqualTo(410);
        assertThat(portal.bean(Lines.class).of(portal.account("stranger@example.com")))
                .allSatisfy(line -> assertThat(line.identity().management()).isEqualTo(Management.TRACKED));
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

    private static Map<String, String> tracked(String number) {
        return Map.of(
                "number", number, "carrier", "att-prepaid", "label", "", "state", "NY", "zip", "10001", "until", "");
    }

    /** Imports a line and invites its holder; the way the invitation leads. */
    private static String imported(String reference, String email, String number) {
        var staff = staff();
        var file = "reference,email,number,carrier,state,zip,service_until\n%s,%s,%s,att-prepaid,NY,10001,2026-12-31\n"
                .formatted(reference, email, number);
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
