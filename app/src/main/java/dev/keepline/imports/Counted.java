package dev.keepline.imports;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what is read, and ends early where it is more than allowed. */
final class Counted extends InputStream {

    private final InputStream source;
    private final long most;
    private final MessageDigest digest;
    private long count;

    Counted(InputStream source, long most) {
        this.source = source;
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bytes so far. */
    long count() {
        return count;
    }

    boolean tooLarge() {
        return count > most;
    }

    /** Reads what is left, within what is allowed, so that the digest is that of the whole file, and gives it. */
    String drain() throws IOException {
        transferTo(nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static java.io.OutputStream nullOutputStream() {
        return java.io.OutputStream.nullOutputStream();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (tooLarge()) {
            return -1;
        }
        int n = source.read(bytes, offset, length);
        if (n > 0) {
            count += n;
            digest.update(bytes, offset, n);
        }
        return n;
    }
}
