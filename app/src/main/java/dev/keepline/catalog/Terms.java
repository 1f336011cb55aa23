package dev.keepline.catalog;

/**
 * The conditions of sale the subscriber agrees to.
 *
 * @param version of the text, as shown beside it and kept in the quote
 * @param textKey of the message that holds the text in each language
 */
public record Terms(String version, String textKey) {}
