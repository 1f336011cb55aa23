package dev.keepline.catalog;

/** All that the folder {@code catalog/} holds. */
public record CatalogContents(Catalogue catalogue, LapseRules lapseRules, TaxTable taxes) {}
