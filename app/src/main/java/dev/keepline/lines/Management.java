package dev.keepline.lines;

/** Who says what a line is: the operator's own record, or the subscriber. */
public enum Management {
    /** The operator's own line: it can be read and renewed here. */
    MANAGED,
    /** The subscriber keeps track of it here; nobody else said so. */
    TRACKED
}
