package dev.keepline.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;

/** Watches bytes go by and knows on which line, from 1, the first stands that is no UTF-8 (RFC 3629). */
final class FirstBadByte extends InputStream {

    private final InputStream source;
    private int line = 1;
    private int bad;
    private boolean afterReturn;
    private int missing;
    private int low = 0x80;
    private int high = 0xBF;

    FirstBadByte(InputStream source) {
        this.source = source;
    }

    /** Empty while everything was UTF-8. */
    OptionalInt line() {
        return bad > 0 ? OptionalInt.of(bad) : OptionalInt.empty();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = source.read(bytes, offset, length);
        for (int i = 0; i < n && bad == 0; i++) {
            see(bytes[offset + i] & 0xFF);
        }
        if (n < 0 && missing > 0 && bad == 0) {
            bad = line;
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void see(int b) {
        if (missing > 0) {
            if (b < low || b > high) {
                bad = line;
                return;
            }
            missing--;
            range(0x80, 0xBF);
            return;
        }
        if ((b == '\n' && !afterReturn) || b == '\r') {
            line++;
        }
        afterReturn = b == '\r';
        first(b);
    }

    /** The ranges of the second byte keep out overlong forms, halves of pairs and what is beyond the last character. */
    private void first(int b) {
        if (b < 0x80) {
            return;
        }
        if (b < 0xC2 || b > 0xF4) {
            bad = line;
            return;
        }
        missing = b < 0xE0 ? 1 : (b < 0xF0 ? 2 : 3);
        switch (b) {
            case 0xE0 -> range(0xA0, 0xBF);
            case 0xED -> range(0x80, 0x9F);
            case 0xF0 -> range(0x90, 0xBF);
            case 0xF4 -> range(0x80, 0x8F);
            default -> range(0x80, 0xBF);
        }
    }

    private void range(int from, int to) {
        low = from;
        high = to;
    }
}
