package dev.keepline.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses pages that lie in memory whole (gzip, RFC 1952). The server would do it, too, but only at a level that takes
 * twice as long for a tenth less, and with a new compressor for each page.
 */
final class Packed {

    private static final int LEVEL = 3;
    private static final int SMALLEST = 1_024;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 8;

    /** Each holds a quarter of a megabyte outside the heap, so they are used again: as many as ever worked at once. */
    private static final ConcurrentLinkedQueue<Deflater> IDLE = new ConcurrentLinkedQueue<>();

    private Packed() {}

    /** Whether the browser takes it and it is worth the work. */
    static boolean suits(HttpServletRequest request, int length) {
        var encodings = request.getHeader("Accept-Encoding");
        return length >= SMALLEST && encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }

    static byte[] gzip(byte[] page) {
        var idle = IDLE.poll();
        var deflater = idle == null ? new Deflater(LEVEL, true) : idle;
        try {
            deflater.setInput(page);
            deflater.finish();
            byte[] out = new byte[HEADER.length + bound(page.length) + TRAILER];
            System.arraycopy(HEADER, 0, out, 0, HEADER.length);
            int end = HEADER.length + deflater.deflate(out, HEADER.length, out.length - HEADER.length - TRAILER);
            if (!deflater.finished()) {
                throw new IllegalStateException("compressed, the page is longer than its bound");
            }
            var sum = new CRC32();
            sum.update(page);
            end = littleEndian(out, littleEndian(out, end, sum.getValue()), page.length);
            return java.util.Arrays.copyOf(out, end);
        } finally {
            deflater.reset();
            IDLE.add(deflater);
        }
    }

    /** The most that deflate makes of so many bytes, as zlib reckons it. */
    private static int bound(int length) {
        return length + (length >> 12) + (length >> 14) + (length >> 25) + 64 + length / 1_000;
    }

    private static int littleEndian(byte[] out, int at, long number) {
        for (int i = 0; i < 4; i++) {
            out[at + i] = (byte) (number >> (8 * i));
        }
        return at + 4;
    }
}
