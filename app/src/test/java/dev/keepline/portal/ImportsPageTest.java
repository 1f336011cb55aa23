package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The operator's imports over HTTP. */
class ImportsPageTest {

    @RegisterExtension
    static final Portal portal = new Portal();

    private static final String PAGE = "/console/imports";

    @Test
    void staff_check_a_file_see_it_is_good_and_import_it() {
        var staff = staff("importer@example.com");
        var template = staff.get(PAGE + "/template.csv").body();
        assertThat(template)
                .startsWith("reference,email,number,iccid,carrier,plan,label,state,zip,zone,service_until,language");
        var file = location(staff, template);
        assertThat(staff.get(file).body()).contains("Checked, no mistake: one row", "Nothing has been stored yet");
        assertThat(lines()).isZero();
        assertThat(staff.submit(file, file + "/import", Map.of()).statusCode()).isEqualTo(303);
        assertThat(lines()).isOne();
        assertThat(staff.get(file).body()).contains("Imported: one row").doesNotContain("/import\"");
        assertThat(staff.get(location(staff, template)).body()).contains("The very same file was imported");
        assertThat(staff.get(PAGE).body()).contains("lines.csv", "Imported: one row");
    }

    @Test
    void mistakes_are_listed_by_line_and_column_and_nothing_can_be_imported() {
        var staff = staff("mistaken@example.com");
        var file = location(staff, "reference,email,carrier,state,zip,number\nA,b,nope,NY,1001,212 555 0142\n");
        assertThat(staff.get(file).body())
                .contains("3 mistakes", "five digits", "no such carrier", "no e-mail address", ">2<")
                .doesNotContain("/import\"");
        assertThat(staff.submit(PAGE, file + "/import", Map.of()).statusCode()).isEqualTo(409);
        assertThat(staff.upload(PAGE, PAGE, "empty.csv", new byte[0]).statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobody_but_staff_gets_there() {
        portal.account("curious@example.com");
        var visitor = portal.visitor();
        visitor.signIn("curious@example.com", Portal.PASSWORD);
        assertThat(visitor.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(visitor.upload("/", PAGE, "lines.csv", "x".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.visitor().get(PAGE).statusCode()).isEqualTo(303);
    }

    private static String location(Visitor staff, String file) {
        var answer = staff.upload(PAGE, PAGE, "lines.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Visitor staff(String email) {
        portal.bean(Accounts.class).makeStaff(portal.account(email), Instant.parse("2026-11-25T00:00:00Z"));
        var visitor = portal.visitor();
        visitor.signIn(email, Portal.PASSWORD);
        return visitor;
    }

    private static int lines() {
        return portal.postgres()
                .owner()
                .sql("select count(*) from imported_line")
                .query((row, n) -> row.getInt(1))
                .single();
    }
}
