package dev.keepline.catalog;

/** How well a figure is founded. */
public enum Confidence {
    /** The carrier's own page. */
    OFFICIAL,
    /** Somebody else's record of it. */
    THIRD_PARTY,
    /** Sources disagree. */
    CONFLICTING,
    /** Invented for the sandbox; true of nothing outside it. */
    FICTIONAL;

    /** As in the data files and in JSON: {@code third_party}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
