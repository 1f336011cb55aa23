package dev.keepline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Agrees with the decoder about what is UTF-8, and counts lines as editors do. */
class FirstBadByteTest {

    @Test
    void it_agrees_with_the_decoder_about_any_bytes() throws IOException {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[1 + random.nextInt(4)];
            random.nextBytes(bytes);
            assertThat(line(bytes) == 0).as(java.util.Arrays.toString(bytes)).isEqualTo(utf8(bytes));
        }
    }

    @Test
    void the_line_is_counted_whatever_ends_lines() throws IOException {
        assertThat(line(new byte[] {'a', '\r', '\n', 'b', '\n', 'c', '\r', (byte) 0xFF}))
                .isEqualTo(4);
        assertThat(line("全是好的\n第二行".getBytes(StandardCharsets.UTF_8))).isZero();
        assertThat(line(new byte[] {'\n', (byte) 0xE4, (byte) 0xBD}))
                .as("cut off at the end")
                .isEqualTo(2);
    }

    private static int line(byte[] bytes) throws IOException {
        try (var watched = new FirstBadByte(new ByteArrayInputStream(bytes))) {
            watched.readAllBytes();
            return watched.line().orElse(0);
        }
    }

    private static boolean utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
