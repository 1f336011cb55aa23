package dev.keepline.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LineEncoderTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void a_line_for_machines_is_one_json_object_whatever_stands_in_it() {
        var line = written(
                "json",
                "a \"b\" \\ \n\t\u0001\u2028 ann@example.com",
                new IllegalStateException("card 4242424242424242"));
        assertThat(line).endsWith("}\n").doesNotContain("4242424242424242", "ann@");
        assertThat(line.strip()).doesNotContain("\n");
        var json = JsonMapper.shared().readTree(line);
        assertThat(json.path("message").asString()).isEqualTo("a \"b\" \\ \n\t\u0001\u2028 ***@example.com");
        assertThat(json.path("time").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(json.path("level").asString()).isEqualTo("WARN");
        assertThat(json.path("trace").asString()).isEqualTo(TRACE);
        assertThat(json.path("job").asString()).isEqualTo("mail …0177");
        assertThat(json.path("error").asString())
                .startsWith("java.lang.IllegalStateException: card …4242")
                .contains("at dev.keepline");
    }

    @Test
    void a_line_for_people_names_the_trace_and_cannot_be_forged_by_a_message() {
        var line = written("text", "said: x\n2026-01-01T00:00:00.000Z  INFO [-] Books: all is well", null);
        assertThat(line).contains(" WARN [" + TRACE + " mail …0177] LineEncoderTest: said: x");
        assertThat(line.lines().skip(1)).allMatch(rest -> rest.startsWith("  "));
    }

    private static String written(String format, String message, @Nullable Throwable thrown) {
        var context = new LoggerContext();
        var event =
                new LoggingEvent("fqcn", context.getLogger(LineEncoderTest.class), Level.WARN, message, thrown, null);
        event.setMDCPropertyMap(Map.of("trace", TRACE, "job", "mail +12125550177"));
        var encoder = new LineEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
