package dev.keepline.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PackedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_024, 20_000, 300_000})
    void what_is_packed_comes_out_again_even_when_nothing_can_be_saved(int length) throws IOException {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        byte[] page = "<p>one and the same</p>".repeat(length / 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(unpacked(Packed.gzip(noise))).isEqualTo(noise);
        assertThat(unpacked(Packed.gzip(page))).isEqualTo(page);
    }

    @Test
    void a_page_gets_shorter() {
        byte[] page = "<p>one and the same</p>".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(Packed.gzip(page)).hasSizeLessThan(page.length / 10);
    }

    @ParameterizedTest
    @CsvSource({"gzip,5000,true", "'br, gzip',5000,true", "gzip,500,false", "br,5000,false", "gzip;q=0,5000,false"})
    void only_browsers_that_take_it_get_it_and_only_where_it_is_worth_it(String encodings, int length, boolean packed) {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", encodings);

        assertThat(Packed.suits(request, length)).isEqualTo(packed);
        assertThat(Packed.suits(new MockHttpServletRequest(), length)).isFalse();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
