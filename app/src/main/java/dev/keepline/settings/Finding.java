package dev.keepline.settings;

/** What a check found. */
public sealed interface Finding {

    record Fine(String what) implements Finding {}

    /** @param mend what to do about it */
    record Wrong(String what, String mend) implements Finding {}
}
