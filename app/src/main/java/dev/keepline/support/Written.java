package dev.keepline.support;

/** What became of a text that somebody typed. */
public sealed interface Written {

    /** It may be kept and sent. */
    record Fine(String text) implements Written {}

    /** There is nothing in it. */
    record Empty() implements Written {}

    /** @param characters how many there are, as people count them */
    record TooLong(int characters) implements Written {}

    /**
     * It holds what looks like a payment card's number, which must not be kept anywhere.
     *
     * @param masked the text with all but the last four digits of it covered
     */
    record CardNumber(String masked) implements Written {}
}
