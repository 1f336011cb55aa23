package dev.keepline.portal.words;

/** Covers what is shown to people who need to recognise it and not to know it. */
public final class Veil {

    private Veil() {}

    /** So much of an address that its holder knows it: l…@example.com. */
    public static String email(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "…" : address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
    }
}
