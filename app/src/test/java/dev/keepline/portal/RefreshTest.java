package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Snapshot;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import java.net.http.HttpResponse;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asking the carrier about a line, over HTTP beside a carrier of its own. */
class RefreshTest {

    private static final String NO_DATE = "its record names no date any more";

    @RegisterExtension
    static final World world = new World();

    @Test
    void the_carrier_is_really_asked_and_its_record_shows_with_its_age() {
        var line = line("ask@example.com", "8901999900000003082");
        var ann = visitor("ask@example.com");
        assertThat(ann.get(path(line)).body()).contains("has not been asked about this line yet");
        assertThat(refresh(ann, line).statusCode()).isEqualTo(303);
        assertThat(ann.get(path(line)).body()).contains("Read from Sandbox Mobile", "0.5", "just now");
        assertThat(world.sandbox().log("dtone", "benefits")).isNotEmpty();
    }

    /** The database keeps microseconds and the record's own text keeps all: the two times of one reading may differ. */
    @Test
    void a_record_that_names_a_date_is_never_said_to_name_none() {
        var line = line("dated@example.com", "8901999900000003363");
        var dora = visitor("dated@example.com");
        refresh(dora, line);
        assertThat(dora.get(path(line)).body())
                .contains("Read from the carrier")
                .doesNotContain(NO_DATE);
        var lines = world.bean(Lines.class);
        var read = lines.find(line.account(), line.id())
                .orElseThrow()
                .dates()
                .reading()
                .orElseThrow();
        var at = read.readAt().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
        lines.read(line.account(), line.id(), new Snapshot(read.buckets(), at.plusNanos(1_400)));
        assertThat(dora.get(path(line)).body()).doesNotContain(NO_DATE);
        lines.read(line.account(), line.id(), new Snapshot(List.of(), at.plusSeconds(60)));
        assertThat(dora.get(path(line)).body()).contains(NO_DATE);
    }

    @Test
    void asking_again_at_once_asks_nobody_and_says_how_long_to_wait() {
        var line = line("twice@example.com", "8901999900000003157");
        var bob = visitor("twice@example.com");
        refresh(bob, line);
        int asked = asked(line);
        var again = refresh(bob, line);
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(100L, 120L);
        assertThat(again.body()).contains("was asked a moment ago. You can ask again in");
        assertThat(asked(line)).isEqualTo(asked);
    }

    @Test
    void a_carrier_that_fails_is_said_and_what_was_known_stays_with_its_age() {
        var line = line("silent@example.com", "8901999900000003223");
        world.sandbox().fault("dtone", "benefits", "status_500");
        var cat = visitor("silent@example.com");
        refresh(cat, line);
        assertThat(cat.get(path(line)).body())
                .contains("did not answer at", "has told us nothing about this line so far");
        assertThat(world.bean(Lines.class)
                        .find(line.account(), line.id())
                        .orElseThrow()
                        .dates()
                        .reading())
                .isEmpty();
    }

    @Test
    void a_line_nobody_can_be_asked_about_has_no_button_and_says_why() {
        var account = world.account("noroad@example.com");
        var line = world.topUp(account, "+12125550191");
        var dan = visitor("noroad@example.com");
        assertThat(dan.get(path(line)).body())
                .contains("shows the record of this line to nobody but its holder")
                .doesNotContain("/refresh\"");
        assertThat(dan.submit(path(line), path(line) + "/refresh", Map.of()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void nobody_can_have_somebody_elses_line_read() {
        var line = line("owner@example.com", "8901999900000003298");
        world.account("eve@example.com");
        var eve = visitor("eve@example.com");
        assertThat(eve.submit("/", path(line) + "/refresh", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(asked(line)).isZero();
    }

    private static int asked(Line line) {
        var iccid = line.identity().iccid().orElseThrow().digits();
        return (int) world.sandbox().log("dtone", "benefits").stream()
                .filter(entry -> entry.toString().contains(iccid))
                .count();
    }

    private static HttpResponse<String> refresh(Visitor visitor, Line line) {
        return visitor.submit(path(line), path(line) + "/refresh", Map.of());
    }

    private static String path(Line line) {
        return "/lines/" + line.id();
    }

    private static Line line(String email, String iccid) {
        AccountId account = world.account(email);
        return world.esim(account, new Iccid(iccid));
    }

    private static Visitor visitor(String email) {
        return visitor(world, email);
    }

    /** Somebody signed in to that world. */
    static Visitor visitor(World world, String email) {
        var origin = world.url("/").toString();
        var visitor = new Visitor(origin.substring(0, origin.length() - 1));
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
