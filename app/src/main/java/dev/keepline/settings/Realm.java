package dev.keepline.settings;

/** Whose world a counterpart is in: whether money and lines there are real. */
public enum Realm {
    /** The sandbox that comes with Keepline. */
    SANDBOX,
    /** A vendor's own test system: nothing there is real. */
    TEST,
    /** Real money, real lines. */
    LIVE
}
