package dev.keepline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final Proxies OURS = Proxies.parse("127.0.0.1, 10.0.0.0/8,fd00::/8");

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 198.51.100.7, 203.0.113.9, a stranger is not believed",
        "127.0.0.1, 198.51.100.7, 198.51.100.7, our proxy is",
        "127.0.0.1, '1.2.3.4, 198.51.100.7', 198.51.100.7, what was there before is made up",
        "127.0.0.1, '1.2.3.4, 198.51.100.7, 10.1.2.3', 198.51.100.7, two of ours in a row",
        "127.0.0.1, '10.9.9.9, 10.1.2.3', 10.9.9.9, all of them ours",
        "127.0.0.1, 'unknown, 10.1.2.3', 10.1.2.3, no address ends the way",
        "127.0.0.1, '', 127.0.0.1, nothing is said",
        "127.0.0.1, 198.51.100.7:5123, 198.51.100.7, with its port",
        "fd00::1, '[2001:db8::7]:443', 2001:db8:0:0:0:0:0:7, IPv6 in its long form",
        "127.0.0.1, '::ffff:198.51.100.7', 198.51.100.7, IPv4 in IPv6 is IPv4",
        "127.0.0.1, evil.example, 127.0.0.1, a name is never looked up"
    })
    void a_request_comes_from_the_last_address_that_is_none_of_ours(
            String peer, String forwarded, String from, String why) {
        assertThat(OURS.from(peer, List.of(forwarded))).as(why).isEqualTo(from);
    }

    @Test
    void several_headers_are_one_way() {
        assertThat(OURS.from("127.0.0.1", List.of("1.2.3.4", "198.51.100.7, 10.0.0.1")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void nobody_is_trusted_unless_named() {
        assertThat(Proxies.parse("").isEmpty()).isTrue();
        assertThat(Proxies.parse("").from("127.0.0.1", List.of("1.2.3.4"))).isEqualTo("127.0.0.1");
        assertThat(OURS.trust("11.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8/1", "::/129"})
    void what_is_no_network_ends_the_start(String text) {
        assertThatThrownBy(() -> Proxies.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
