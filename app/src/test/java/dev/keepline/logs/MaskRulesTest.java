package dev.keepline.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            card 4242 4242 4242 4242 declined        | card …4242 declined
            card 4242-4242-4242-4242                 | card …4242
            378282246310005                          | …0005
            to +12125550177 now                      | to …0177 now
            call (212) 555-0177.                     | call …0177.
            212.555.0177                             | …0177
            +86 138 0013 8000                        | …8000
            tel:+1-212-555-0177                      | tel:…0177
            iccid=8901999900000002878;               | iccid=…2878;
            ICCID8901999900000002878F                | ICCID…2878F
            ４２４２４２４２４２４２４２４２              | …４２４２
            ann.o'neil+x@mail.example.com said       | ***@mail.example.com said
            <李@例子.公司>                             | <***@例子.公司>
            /x?email=ann%40example.com               | /x?email=***@example.com
            sk_live_51Abc and whsec_9f8e             | [secret] and [secret]
            pi_3Q_secret_abc                         | [secret]
            Authorization: Bearer                    | Authorization: [secret]
            header Basic d29ybGQ6d29ybGQ=            | header [secret]
            {"password":"hunter two"}                | {"password":"[secret] two"}
            api_key=abc123, next                     | api_key=[secret], next
            GET /claim/AbCdEf-12?x                   | GET /claim/[secret]?x
            /recover/new?t=Zz9-_8                    | /recover/new?t=[secret]
            postgresql://ann:pass@db.example:5432/k  | postgresql://[secret]@db.example:5432/k
            /webhooks/dtone/renewal/a/b/c!           | /webhooks/dtone/[secret]
            """)
    void what_must_not_stand_in_a_log_is_taken_out(String said, String written) {
        assertThat(MaskRules.masked(said)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renewal 7d444840-9dc0-41d1-b245-5ffdce74fad2",
                "12345678-1234-4123-8123-123456789012",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736",
                "at 2026-11-29T12:01:02.123456Z and 2026-11-29 12:01:02",
                "from 192.168.100.200:5432",
                "after 12345 ms, 3 of 12, $12.50",
                "cs_test_a1B2c3 is open",
                "dev.keepline.jobs.JobRunner.loop(JobRunner.java:123)",
                "key=all of kind mail",
            })
    void what_a_log_is_read_for_is_left(String said) {
        assertThat(MaskRules.masked(said)).isEqualTo(said);
    }

    @Test
    void a_secret_of_this_installation_is_taken_out_wherever_it_stands() {
        Masking.know(List.of("short", "correct-horse-battery", "correct-horse-battery-staple"));
        assertThat(Masking.of("a short correct-horse-battery-staple!")).isEqualTo("a short [secret]!");
        Masking.know(List.of());
    }

    @Test
    void a_very_long_text_is_masked_in_time() {
        var text = "a1 ".repeat(50_000) + "9".repeat(20_000) + " a@".repeat(20_000);
        assertThat(MaskRules.masked(text)).doesNotContain("99999");
    }
}
