package dev.keepline.portal.lines;

import java.util.Locale;

/** How a line is doing, worst first: the order of the page. Each has a word, a shape and a colour of its own. */
public enum LineState {
    NEAR,
    OUT,
    DUE,
    UNKNOWN,
    OWN,
    FINE,
    GONE;

    /** The class of its looks and the last part of its keys. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
