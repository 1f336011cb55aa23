package dev.keepline.portal.life;

/** How sure a date is; the picture fills the bar accordingly. */
public enum Certainty {
    /** The carrier said it: solid. */
    READ,
    /** A published rule says it: hatched. */
    RULE,
    /** The subscriber said it: dashed. */
    WORD,
    /** Nobody knows: dotted. */
    NONE
}
