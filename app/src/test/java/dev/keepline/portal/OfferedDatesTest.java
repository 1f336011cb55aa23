package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Management;
import dev.keepline.lines.NewLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dates beside an offering and those of its quote are the same: both stand on the carrier's record. */
class OfferedDatesTest {

    @RegisterExtension
    static final World world = new World();

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Test
    void a_line_that_was_never_read_is_read_before_a_date_is_offered() {
        var renew = signedIn("unread@keepline.example", World.iccid(61, "3348"));

        var offered = text(renew.visitor().get(renew.page()).body());
        assertThat(offered)
                .as("by the record, which names no end, a month begins today")
                .contains(day(29))
                .doesNotContain(day(61));

        assertThat(renew.quote())
                .contains(day(29), "was " + day(31), "2 days fewer than is known now")
                .contains("may cost days I have already paid for", "where the record names no end");
    }

    @Test
    void a_record_that_cannot_be_read_brings_no_date_neither_before_the_price_nor_with_it() {
        world.sandbox().fault("dtone", "benefits", "status_500", Map.of("times", 20));
        var renew = signedIn("unreadable@keepline.example", World.iccid(62, "3348"));

        assertThat(text(renew.visitor().get(renew.page()).body()))
                .contains("only Sandbox Mobile’s record can say")
                .doesNotContain(day(61), day(29));
        assertThat(renew.quote())
                .contains("only Sandbox Mobile’s record can say", "may cost days I have already paid for")
                .doesNotContain(day(61), day(29));
        world.sandbox().clearFaults();
    }

    private record Renewing(Visitor visitor, String page) {

        private String quote() {
            var quoted = visitor.submit(page, page, Map.of("offer", "sandbox-monthly"));
            assertThat(quoted.statusCode()).as(quoted.body()).isEqualTo(303);
            return text(visitor.get(quoted.headers().firstValue("Location").orElseThrow())
                    .body());
        }
    }

    private static Renewing signedIn(String email, Iccid iccid) {
        var line = line(world.account(email), iccid);
        var visitor = new Visitor(world.url("").toString());
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return new Renewing(visitor, "/lines/" + line + "/renew");
    }

    /** With 31 days left by somebody's word. */
    private static LineId line(AccountId account, Iccid iccid) {
        var id = new LineId(UUID.randomUUID());
        var identity = new Line.Identity(
                "sandbox-mobile",
                "Imported",
                Msisdn.parse("+12125550" + iccid.digits().substring(10, 13)),
                Optional.of(iccid),
                Management.MANAGED);
        var told = new Line.Dated(LocalDate.now(ZONE).plusDays(32), Instant.now());
        world.bean(Lines.class)
                .add(
                        account,
                        id,
                        new NewLine(
                                identity,
                                new Line.Home(new PlaceOfUse("NY", "10001"), ZONE),
                                Optional.empty(),
                                Optional.of(told)),
                        Instant.now());
        return id;
    }

    private static String day(int fromToday) {
        return LocalDate.now(ZONE)
                .plusDays(fromToday)
                .format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH));
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]+>", "").replace('\u00a0', ' ');
    }
}
