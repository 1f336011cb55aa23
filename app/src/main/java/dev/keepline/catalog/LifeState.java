package dev.keepline.catalog;

/** How a line stands, best first except for {@link #UNKNOWN}. Shown as a shape, a word and a colour together. */
public enum LifeState {
    /** In service, and not soon to stop. */
    FINE,
    /** In service; stops within {@link LapseRules#DUE_WITHIN_DAYS} days. */
    DUE,
    /** Suspended: no service, the number is still safe. */
    OUT,
    /** Nearly lost: the number may be gone within {@link LapseRules#NEAR_WITHIN_DAYS} days. */
    NEAR,
    /** The number may be gone by now. */
    GONE,
    /** Nobody says when service ends. */
    UNKNOWN;

    /** As in style sheets and in JSON: {@code fine}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
