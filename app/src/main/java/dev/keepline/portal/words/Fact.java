package dev.keepline.portal.words;

/**
 * A name and what stands behind it.
 *
 * @param code whether the value is a reference, to be copied letter by letter
 */
public record Fact(String name, Shown value, boolean code) {}
