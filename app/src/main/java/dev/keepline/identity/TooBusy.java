package dev.keepline.identity;

/** So many sign in at this moment that one more would only wait: to be tried again a little later. */
public final class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For {@code Retry-After}. */
    public static final int SECONDS = 5;

    public TooBusy() {
        super("too many passwords at once", null, false, false);
    }
}
