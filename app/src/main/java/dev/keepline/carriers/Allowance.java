package dev.keepline.carriers;

/** What a bucket holds, in the unit its name says. */
public enum Allowance {
    DATA_BYTES,
    VOICE_SECONDS,
    MESSAGES,
    /** Credit, in the smallest unit of US dollars. */
    CREDIT_CENTS
}
