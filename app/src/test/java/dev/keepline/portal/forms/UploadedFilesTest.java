package dev.keepline.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import dev.keepline.portal.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a file of lines is called and what stands in its cells is anybody's text, as much as what is typed into a form. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UploadedFilesTest {

    @RegisterExtension
    static final World world = new World();

    private static final String PAGE = "/console/imports";
    private static final String HEADER = "reference,email,number,carrier,label,state,zip";
    private static final List<String> COLUMNS = List.of(HEADER.split(","));

    private static final List<String> TEXTS = List.of(
            "💸🧵👩‍👧",
            "号码要留着，别断了",
            "أبقوا رقمي \u202Eحيا",
            "a\u0000b\u0007c\u001Bd",
            "<i id=evil>x</i><script>evil()</script>",
            "=HYPERLINK(\"http://evil.example\";\"win\")",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "\t=1+1",
            "4242 4242 4242 4242",
            "４２４２４２４２４２４２４２４２",
            "she said \"no\", twice",
            "x".repeat(10_000),
            "'");

    private static Visitor staff;
    private static Kept kept;

    @BeforeAll
    static void prepare() {
        new Ground(world);
        kept = new Kept(world);
        var form = Form.of(Form.Who.STAFF, PAGE);
        staff = new Readers(world).of(form, "en");
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> every_name_of_a_file() {
        var names = new ArrayList<>(TEXTS);
        names.addAll(List.of(
                "../../etc/passwd", "C:\\Users\\li\\lines.csv", "/home/li/lines.csv", " ", "..", "💸".repeat(300)));
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(shortly(name), () -> {
                    var given = name.replace("\"", "%22")
                            .replace("\u0000", "")
                            .replace("\u001B", "")
                            .replace("\u0007", "");
                    var answer = staff.upload(PAGE, PAGE, given, (HEADER + "\n").getBytes(StandardCharsets.UTF_8));
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
                    var file = answer.headers().firstValue("Location").orElseThrow();
                    for (var page : List.of(file, PAGE)) {
                        assertThat(staff.get(page).body())
                                .doesNotContain(
                                        "<script>evil", "<i id=evil", "etc/passwd", "C:\\", "/home/li", "\u202E")
                                .doesNotContain("x".repeat(300), "\uFFFD", "?".repeat(3));
                    }
                }));
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> every_cell_with_every_text() {
        return COLUMNS.stream()
                .flatMap(column -> TEXTS.stream()
                        .map(text -> DynamicTest.dynamicTest(column + " " + shortly(text), () -> tried(column, text))));
    }

    private static void tried(String column, String text) {
        var good = List.of("A-1", "holder@example.com", "+1 212 555 0142", "att-prepaid", "Mum", "NY", "10001");
        var row = new ArrayList<>(good);
        row.set(COLUMNS.indexOf(column), "\"" + text.replace("\"", "\"\"") + "\"");
        var bytes = (HEADER + "\n" + String.join(",", row) + "\n").getBytes(StandardCharsets.UTF_8);
        var answer = staff.upload(PAGE, PAGE, "lines.csv", bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var file = answer.headers().firstValue("Location").orElseThrow();
        var page = staff.get(file).body();
        assertThat(page).doesNotContain("<script>evil", "<i id=evil", "\u202E", "\u0000", "\u0007", "\u001B");
        boolean free = column.equals("label") || column.equals("reference");
        boolean card = text.startsWith("4242") || text.startsWith("４２");
        if (!free || card || text.length() > 80) {
            assertThat(page).contains("One mistake", ">2<");
        }
        var wrong = staff.get(file + "/wrong.csv").body();
        assertThat(wrong.lines().flatMap(line -> Stream.of(line.split(",", -1))).map(cell -> cell.replace("\"", "")))
                .as("nothing that a spreadsheet takes for a formula")
                .noneMatch(cell -> cell.matches("[=+@\t-].*"));
    }

    @Test
    @Order(2)
    void no_cards_number_is_kept_of_any_name_column_or_cell() {
        staff.upload(PAGE, PAGE, "c.csv", "4242 4242 4242 4242,email\nx,y\n".getBytes(StandardCharsets.UTF_8));
        assertThat(kept.cards()).isEmpty();
    }

    private static String shortly(String text) {
        return "“" + text.substring(0, Math.min(20, text.length())).replaceAll("\\p{Cntrl}", "·") + "”";
    }
}
