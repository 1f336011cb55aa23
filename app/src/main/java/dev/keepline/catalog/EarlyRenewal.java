package dev.keepline.catalog;

/** What becomes of the days that are left when a line is renewed before its end. */
public enum EarlyRenewal {
    /** They stay: the new term begins where the old one ends. */
    APPEND,
    /** They are lost: the new term begins on the day it is bought. */
    RESTART,
    /** No source says. Never spend them without the person's word. */
    UNKNOWN;

    /** As in the data files and in JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
