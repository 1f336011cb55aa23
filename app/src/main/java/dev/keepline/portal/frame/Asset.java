package dev.keepline.portal.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file that never changes under its name, because the name carries a digest of its bytes. */
public final class Asset {

    private final String name;
    private final String contentType;
    private final byte[] plain;
    private final byte[] gzip;

    /** @param base the name without ending, for example {@code keepline} */
    Asset(String base, String ending, String contentType, byte[] plain) {
        this.name = base + "-" + digest(plain) + "." + ending;
        this.contentType = contentType;
        this.plain = plain.clone();
        this.gzip = compress(plain);
    }

    /** The path a page asks for it by. */
    public String path() {
        return "/assets/" + name;
    }

    String name() {
        return name;
    }

    /** What the file is. */
    public String contentType() {
        return contentType;
    }

    /** Its bytes, compressed or as they are. */
    public byte[] bytes(boolean compressed) {
        return compressed ? gzip.clone() : plain.clone();
    }

    private static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] compress(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
