package dev.keepline.catalog;

/**
 * Who sells offerings.
 *
 * @param name the brand as its owner writes it; never translated
 * @param fictional true for an operator that exists only in the sandbox; pages say so
 */
public record Carrier(CarrierId id, String name, boolean fictional) {}
