package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read as a request is answered with the headers of every answer and a page of ours, not of Tomcat. */
class UnreadableRequestsTest {

    @RegisterExtension
    static final Portal portal = new Portal();

    /** Of one connection and one moment, of a page that sets a form's cookie, or of work that a trace is followed through. */
    private static final Set<String> MAY_DIFFER = Set.of(
            "connection",
            "date",
            "transfer-encoding",
            "content-length",
            "set-cookie",
            "keep-alive",
            "vary",
            "content-encoding",
            "x-trace-id");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /% HTTP/1.1\r\nHost: localhost",
                "GET /%zz HTTP/1.1\r\nHost: localhost",
                "GET /a\\b HTTP/1.1\r\nHost: localhost",
                "GET /<i> HTTP/1.1\r\nHost: localhost",
                "GET /a%2Fb HTTP/1.1\r\nHost: localhost",
                "GET /a%00b HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: a b",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere",
                "GET / HTTP/1.1",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1",
                "G<T / HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense"
            })
    void it_is_a_small_page_of_ours_with_all_headers(String request) {
        var answer = answer(request + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(Integer.parseInt(answer.substring(9, 12))).isIn(400, 404, 501);
        assertThat(headers(answer)).containsAll(usual());
        assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer)
                .contains("<html lang=\"en\"", "Keepline")
                .doesNotContain("Tomcat", "Exception", "HTTP Status");
    }

    @Test
    void it_is_in_the_readers_language_where_that_can_be_read() {
        assertThat(
                        answer(
                                "GET /a%00b HTTP/1.1\r\nHost: localhost\r\nAccept-Language: zh-CN\r\nConnection: close\r\n\r\n"))
                .contains("<html lang=\"zh-CN\"");
    }

    /** The names of the headers that any page has. */
    private static Set<String> usual() {
        var usual = headers(answer("GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        usual.removeAll(MAY_DIFFER);
        assertThat(usual)
                .contains("content-security-policy", "referrer-policy", "permissions-policy", "x-frame-options");
        return usual;
    }

    private static Set<String> headers(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String header(String answer, String name) {
        return answer.lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElse(":")
                .split(":", 2)[1]
                .strip();
    }

    private static String answer(String request) {
        var server = Objects.requireNonNull(portal.context().getWebServer());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
