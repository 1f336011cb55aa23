package dev.keepline.catalog;

import java.util.regex.Pattern;

/**
 * Which wording of an offering: a digest of all it says, so that the same content has the same version on every machine
 * and any change, however small, makes a new one. Quotes keep it.
 */
public record OfferingVersion(String digest) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public OfferingVersion {
        if (!FORM.matcher(digest).matches()) {
            throw new IllegalArgumentException("not a version of an offering: '" + digest + "'");
        }
    }

    @Override
    public String toString() {
        return digest;
    }
}
