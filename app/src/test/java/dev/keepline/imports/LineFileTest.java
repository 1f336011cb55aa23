package dev.keepline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.imports.Problem.Code;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of a file, and everything that is wrong with one, with the line it stands on. */
class LineFileTest {

    private static final String HEADER =
            "reference,email,number,iccid,carrier,plan,label,state,zip,zone,service_until\n";
    private static final String GOOD =
            "A-1,Ann@Example.com,212 555 0142,8901999900000003082,sandbox-mobile,,Mum,NY,10001,,2026-12-31\n";

    private final List<ImportedRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void a_good_row_is_read_with_its_dates_and_its_usual_zone() {
        assertThat(read(HEADER + GOOD)).isEqualTo(1);
        assertThat(problems).isEmpty();
        var row = rows.getFirst();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.who().email()).isEqualTo("ann@example.com");
        assertThat(row.who().msisdn().orElseThrow().e164()).isEqualTo("+12125550142");
        assertThat(row.endsOn()).as("the first day without").hasValue(LocalDate.parse("2027-01-01"));
        assertThat(row.home().zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void a_mark_semicolons_quotes_windows_lines_and_another_order_of_columns_make_no_difference() {
        var lines = List.of(
                "\uFEFFEmail;Reference;\"Carrier\";State;ZIP;Number;Label",
                "ann@example.com;A-1;sandbox-mobile;NY;10001;+1 212 555 0142;\"Mum; \"\"home\"\"\nline two\"",
                "",
                "bob@example.com;A-2;sandbox-mobile;CA;94105;4155550117;",
                "");
        var file = String.join("\r\n", lines);
        assertThat(read(file)).isEqualTo(2);
        assertThat(problems).isEmpty();
        assertThat(rows.get(0).what().label()).isEqualTo("Mum; \"home\" line two");
        assertThat(rows.get(1).line()).as("counted as an editor counts").isEqualTo(5);
        assertThat(rows.get(1).home().zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
    }

    @Test
    void everything_wrong_in_a_row_is_said_at_once_with_its_column() {
        read(HEADER + GOOD + ",no-mail,12,8901999900000003083,att,sandbox-monthly,,ny,1001,Europe/Berlin,31.12.2026\n");
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(3))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "reference MISSING",
                        "email NOT_AN_EMAIL",
                        "number NOT_A_NUMBER",
                        "iccid NOT_AN_ICCID",
                        "carrier NO_SUCH_CARRIER",
                        "state NOT_A_STATE",
                        "zip NOT_A_ZIP",
                        "zone NOT_A_ZONE",
                        "service_until NOT_A_DATE");
        assertThat(rows).hasSize(1);
    }

    @Test
    void a_row_needs_a_number_or_a_profile_and_as_many_fields_as_the_header() {
        read(HEADER + "A-1,a@example.com,,,sandbox-mobile,,,NY,10001,,\n" + "A-2,a@example.com\n");
        assertThat(problems)
                .extracting(Problem::line, Problem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Code.NO_ADDRESS),
                        org.assertj.core.groups.Tuple.tuple(3, Code.FIELDS));
    }

    @Test
    void a_header_that_is_wrong_is_said_once_and_not_on_every_row() {
        read("reference,e-mail,carrier,state,state\n" + GOOD + GOOD);
        assertThat(problems)
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("e-mail UNKNOWN_COLUMN", "state COLUMN_TWICE", "email NO_COLUMN", "zip NO_COLUMN");
    }

    @Test
    void what_is_no_utf8_no_csv_or_nothing_is_said_with_where_it_begins() {
        read((HEADER + GOOD + GOOD.replace("Mum", "Mütter")).getBytes(Charset.forName("windows-1252")));
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly("3 NOT_UTF8");
        problems.clear();
        read(HEADER + GOOD + "\"A-2,unclosed");
        assertThat(problems).extracting(Problem::code).containsAnyOf(Code.NOT_CSV, Code.FIELDS);
        problems.clear();
        read("");
        assertThat(problems).extracting(Problem::code).containsExactly(Code.EMPTY);
        problems.clear();
        read(HEADER);
        assertThat(problems).extracting(Problem::code).containsExactly(Code.EMPTY);
    }

    @Test
    void a_quote_that_is_not_closed_is_named_with_the_line_it_stands_on() {
        read(HEADER + GOOD + GOOD.replace("A-1", "A-2").replace("Mum", "\"Mum") + GOOD.replace("A-1", "A-3"));
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly("3 OPEN_QUOTE");
        problems.clear();
        read(HEADER + GOOD.replace("sandbox-mobile", "\"sandbox-mobile") + GOOD + GOOD.replace("Mum", "\"Mum\""));
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly("2 NOT_CSV");
    }

    @Test
    void a_date_of_no_day_is_not_called_badly_written() {
        read(HEADER + GOOD.replace("2026-12-31", "2026-02-30") + GOOD.replace("2026-12-31", "31/12/2026"));
        assertThat(problems).extracting(Problem::code).containsExactly(Code.NO_SUCH_DAY, Code.NOT_A_DATE);
    }

    @Test
    void fields_parted_by_tabs_are_read() {
        assertThat(read((HEADER + GOOD).replace(',', '\t'))).isEqualTo(1);
        assertThat(problems).isEmpty();
        assertThat(rows.getFirst().what().label()).isEqualTo("Mum");
    }

    @Test
    void the_line_that_excel_puts_first_says_the_separator_and_is_counted() {
        var row = "A-1;ann@example.com;+1 212 555 0142;sandbox-mobile;NY;10001;1999-01-01\r\n";
        assertThat(read("sep=;\r\nreference;email;number;carrier;state;zip;service_until\r\n" + row))
                .isEqualTo(1);
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.field() + " " + problem.code())
                .containsExactly("3 service_until DATE_TOO_FAR");
    }

    @Test
    void a_file_without_its_first_line_is_said_to_be_so_once() {
        read(GOOD + GOOD);
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.field() + " " + problem.code())
                .containsExactly("1  NO_HEADER");
    }

    @Test
    void what_the_pages_refuse_is_refused_here_too() {
        read(
                HEADER.replace("service_until", "language")
                        + "A-1,a@example.com,+44 20 7946 0018,,sandbox-mobile,,,NY,10001,,en\n"
                        + "A-2,a@example.com,212 555 0142,,sandbox-mobile,,,NY,94105,,fr\n"
                        + "4242/4242/4242/4242,a@example.com,212 555 0143,,sandbox-mobile,,Mum 4242 4242 4242 4242,NY,10001,,en-US\n");
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "2 number NOT_A_US_NUMBER",
                        "3 language NOT_A_LANGUAGE",
                        "3 zip ZIP_OF_ANOTHER_STATE",
                        "4 reference CARD_NUMBER",
                        "4 label CARD_NUMBER");
        assertThat(problems).extracting(Problem::value).noneMatch(value -> value.contains("4242/4242"));
        assertThat(problems).extracting(Problem::value).noneMatch(value -> value.contains("4242 4242"));
    }

    @Test
    void a_field_that_is_wrong_twice_is_said_once() {
        read(HEADER + GOOD.replace("NY", "New York"));
        assertThat(problems)
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("state TOO_LONG");
    }

    @Test
    void a_file_with_too_many_rows_is_not_read_to_its_end() {
        new LineFile(Samples.rules(), 2)
                .read(stream((HEADER + GOOD.repeat(50)).getBytes(StandardCharsets.UTF_8)), sink());
        assertThat(problems).extracting(Problem::code).containsExactly(Code.TOO_LARGE);
        assertThat(rows).hasSizeLessThan(5);
    }

    private int read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private int read(byte[] file) {
        return new LineFile(Samples.rules(), 1000).read(stream(file), sink());
    }

    private static ByteArrayInputStream stream(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    private LineFile.Sink sink() {
        return new LineFile.Sink() {
            @Override
            public void good(ImportedRow row) {
                rows.add(row);
            }

            @Override
            public void bad(Problem problem) {
                problems.add(problem);
            }
        };
    }
}
