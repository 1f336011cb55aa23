package dev.keepline.carriers;

/** What a connector can show for a renewal (glossary: proof level). {@link #NONE} never captures and has no pay button. */
public enum ProofLevel {
    /** The carrier's own record is read before and after. */
    READ_BACK,
    /** The aggregator says it is done; the carrier's record cannot be read. */
    AGGREGATOR,
    /** Nobody confirms anything. */
    NONE
}
