package dev.keepline.portal.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.Movement;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file for a spreadsheet, and what addresses of bills may say. */
class BillFileTest {

    private static final Words WORDS = new Words(Languages.load().byTag("en").orElseThrow());
    private static final UUID ENTRY = new UUID(3, 3);
    private static final Instant AT = Instant.parse("2026-11-25T19:27:00.123456Z");

    @Test
    void a_file_begins_with_its_mark_and_its_column_of_what_was_paid_sums_up() {
        var file = file("Mum’s line", Movement.Kind.HELD, Movement.Kind.CHARGED, Movement.Kind.REFUNDED);
        assertThat(file).startsWith("\uFEFFTime (Shanghai),What,Number").endsWith("\r\n");
        assertThat(file.split("\r\n")).hasSize(4);
        assertThat(file)
                .contains(
                        "2026-11-26 03:27:00,Held for a renewal,(212) 555-0101,Mum’s line,\"Year, all in\",13.07,USD,0.00,Visa •••• 4242,")
                .contains(",13.07,USD,13.07,", ",13.07,USD,-13.07,");
    }

    @Test
    void a_label_that_a_spreadsheet_would_run_stays_a_text() {
        for (var label : new String[] {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\tx", "＝1"}) {
            assertThat(file(label, Movement.Kind.HELD)).contains("'" + label.replace("\"", "\"\""));
        }
        assertThat(Csv.text("plain")).isEqualTo("plain");
        assertThat(Csv.line(List.of("a\"b", "c,d", "e\r\nf", " g")))
                .isEqualTo("\"a\"\"b\",\"c,d\",\"e\r\nf\",\" g\"\r\n");
    }

    @Test
    void an_address_keeps_what_was_chosen_and_refuses_what_can_be_none() {
        var line = new LineId(new UUID(1, 2));
        var chosen = Chosen.parse(line.toString(), "back", "2025", "").from(new Movement.Position(AT, ENTRY));
        var query = chosen.query();
        assertThat(query).startsWith("?line=").contains("&kind=back&year=2025&after=2026-11-25T19:27:00.123456Z~");
        var again = Chosen.parse(line.toString(), "back", "2025", query.substring(query.indexOf("after=") + 6));
        assertThat(again).isEqualTo(chosen);
        assertThat(Chosen.parse("", "", "", "").query()).isEmpty();
        for (var wrong : List.of(
                List.of("x", "", "", ""),
                List.of("", "all", "", ""),
                List.of("", "", "99999", ""),
                List.of("", "", "", "yesterday"),
                List.of("", "", "", "2026-11-25~x"))) {
            assertThatThrownBy(() -> Chosen.parse(wrong.get(0), wrong.get(1), wrong.get(2), wrong.get(3)))
                    .as("%s", wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String file(String label, Movement.Kind... kinds) {
        return new BillFile(WORDS, ZoneId.of("Asia/Shanghai"))
                .of(Stream.of(kinds).map(kind -> entry(label, kind)));
    }

    private static Bill.Entry entry(String label, Movement.Kind kind) {
        var line = new Bill.LineName(new LineId(new UUID(1, 2)), "(212) 555-0101", label);
        return new Bill.Entry(
                new Movement(ENTRY, kind, Optional.empty(), Money.usd(1307), AT),
                Optional.of(new Bill.Subject(
                        line,
                        Optional.of(new OfferingName("Year, all in", Map.of())),
                        Optional.of("Visa •••• 4242"),
                        false)));
    }
}
