package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a support agent types, and what comes back. */
class ClocksCommandTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

    private record Ran(int exit, String out, String err) {}

    @Test
    void a_question_is_answered_with_rule_source_date_and_confidence() {
        var ran = run("--carrier att-prepaid --amount 25 --on 2026-01-31 --as-of 2026-06-20");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("""
                att-prepaid: USD 25.00 of balance, P90D from 2026-01-31
                  state           near as of 2026-06-20: the number is nearly lost
                  service ends on 2026-05-01, the first day without service; last safe day 2026-04-30, passed
                  number lost on  2026-06-30, the first day it may be gone; last safe day 2026-06-29, 10 days left
                  rule            att-prepaid/balance: number lost 60 days after balance_expiry
                  early renewal   unknown
                  zone            America/New_York (none is published)
                  source          att.com/legal/terms.prepaidAutoPayTerms.html
                  source date     2019-12-10
                  confidence      official
                """);
    }

    @Test
    void json_says_the_same_and_null_for_unknown() {
        var ran = run("--carrier tmobile-prepaid --amount 25 --on 2026-01-31 --as-of 2026-08-01 --json");
        var json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.get("state").asString()).isEqualTo("gone");
        assertThat(json.get("serviceEndsOn").asString()).isEqualTo("2026-05-01");
        assertThat(json.get("numberLostOn").asString()).isEqualTo("2026-07-30");
        assertThat(json.get("numberLostNotAfter").asString()).isEqualTo("2026-08-29");
        assertThat(json.get("rule").get("confidence").asString()).isEqualTo("conflicting");
        assertThat(json.get("rule").get("sourceDate").isNull()).isTrue();
        assertThat(json.get("rule").get("numberLostDays").get("high").asInt()).isEqualTo(120);
        var unknown = JsonMapper.shared()
                .readTree(run("--carrier red-pocket --on 2026-01-31 --json").out());
        assertThat(unknown.get("state").asString()).isEqualTo("unknown");
        assertThat(unknown.get("serviceEndsOn").isNull()).isTrue();
    }

    @Test
    void today_counts_unless_a_day_is_given_and_a_payment_to_come_counts_from_its_day() {
        assertThat(run("--carrier google-fi --on 2026-11-01").out()).contains("due as of 2026-11-25");
        assertThat(run("--carrier google-fi --on 2027-11-01").out()).contains("fine as of 2027-11-01");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --carrier att-prepaid --amount 25                                       | --on is missing
            --on 2026-01-31 --amount 25                                             | --carrier is missing
            --carrier att --amount 25 --on 2026-01-31                               | unknown carrier 'att'; known are [airalo, att-prepaid
            --carrier AT&T --amount 25 --on 2026-01-31                              | --carrier: not a carrier id
            --carrier att-prepaid --amount lots --on 2026-01-31                     | --amount: an amount of US dollars is expected
            --carrier att-prepaid --amount 0 --on 2026-01-31                        | --amount: an amount of US dollars is expected
            --carrier att-prepaid --amount 25.001 --on 2026-01-31                   | --amount: an amount of US dollars is expected
            --carrier att-prepaid --amount 25 --on 2026-02-30                       | --on: a date is expected
            --carrier att-prepaid --amount 25 --on 9999-01-01                       | --on: a date between 2000 and 2200
            --carrier att-prepaid --amount 25 --on 2026-01-31 --as-of 2026-01-30    | --as-of must not be before --on
            --carrier att-prepaid --amount 25 --on                                  | --on needs a value
            --carrier att-prepaid --amount 25 --amount 26 --on 2026-01-31           | --amount is given twice
            --carrier att-prepaid --amount 25 --on 2026-01-31 --colour              | unknown option '--colour'
            --carrier att-prepaid --on 2026-01-31                                   | give --amount, or --plan with one of att-prepaid-top-up
            --carrier att-prepaid --plan att-prepaid-top-up --on 2026-01-31         | att-prepaid-top-up lasts as long as its amount: give --amount
            --carrier sandbox-mobile --amount 10 --on 2026-01-31                    | --plan with one of sandbox-monthly
            --carrier sandbox-mobile --plan sandbox-year --on 2026-01-31            | unknown plan 'sandbox-year' of sandbox-mobile; did you mean sandbox-yearly
            --carrier mint --plan P4M --on 2026-01-31                               | unknown plan 'P4M' of mint
            --carrier us-mobile --variant cdma --on 2026-01-31                      | unknown variant 'cdma'; known are [gsm, super-lte, unstated]
            """)
    void a_question_that_is_not_clear_gets_an_error_and_exit_code_2(String typed, String error) {
        var ran = run(typed);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("keepline clocks: ").contains(error).contains("clocks --help");
    }

    @Test
    void a_catalogue_that_cannot_be_read_is_said_to_be_so() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = new ClocksCommand(new CatalogFolder(Path.of("nowhere")), NOON)
                .run(List.of("--carrier", "google-fi", "--on", "2026-01-31"), print(out), print(err));
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nowhere");
    }

    /** On the class path are our classes and the YAML parser, and nothing else that could take long to load. */
    @Test
    void the_process_needs_no_framework_and_answers_within_a_second_and_a_half() throws Exception {
        var fastest = Duration.ofDays(1);
        for (int run = 0; run < 5 && fastest.compareTo(Duration.ofMillis(1500)) > 0; run++) {
            long start = System.nanoTime();
            var process = process().start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isZero();
            var took = Duration.ofNanos(System.nanoTime() - start);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        assertThat(fastest).isLessThanOrEqualTo(Duration.ofMillis(1500));
    }

    private static ProcessBuilder process() throws IOException {
        var classes = Path.of("target", "classes").toRealPath();
        var yaml = Path.of(org.snakeyaml.engine.v2.api.Load.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var process = new ProcessBuilder(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + java.io.File.pathSeparator + yaml,
                ClocksCommand.class.getName(),
                "--carrier",
                "att-prepaid",
                "--amount",
                "25",
                "--on",
                "2026-01-31")));
        process.environment()
                .put(CatalogFolder.VARIABLE, Samples.FOLDER.path().toRealPath().toString());
        return process;
    }

    private static Ran run(String typed) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = new ClocksCommand(Samples.FOLDER, NOON).run(List.of(typed.split(" +")), print(out), print(err));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
