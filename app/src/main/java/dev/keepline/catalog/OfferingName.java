package dev.keepline.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an offering is called. Names of real carriers' plans are brands and stand as published; only our own are
 * translated.
 *
 * @param translations by language tag, for example {@code zh-CN}
 */
public record OfferingName(String published, Map<String, String> translations) {

    public OfferingName {
        if (published.isBlank()) {
            throw new IllegalArgumentException("the name is empty");
        }
        translations = Map.copyOf(translations);
    }

    /** The name in the language, or the published one. */
    public String in(Locale language) {
        return translations.getOrDefault(
                language.toLanguageTag(), translations.getOrDefault(language.getLanguage(), published));
    }

    /** The translations in the order of their language tags, so that what is made of them is the same every time. */
    public SortedMap<String, String> sortedTranslations() {
        return new TreeMap<>(translations);
    }
}
