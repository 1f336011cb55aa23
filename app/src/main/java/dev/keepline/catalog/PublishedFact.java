package dev.keepline.catalog;

/**
 * Something a carrier or regulator publishes about the life of lines that a person should read and no date is reckoned
 * from.
 *
 * @param about a carrier's id, or {@code fcc}
 * @param code what kind of fact it is, for example {@code autopay} or {@code keep-alive}
 * @param text in English
 */
public record PublishedFact(String about, String code, String text, Provenance provenance) {}
