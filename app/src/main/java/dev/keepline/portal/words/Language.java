package dev.keepline.portal.words;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * One language: its sentences, its plural rule, its patterns of dates. Read from one file, named after the language's
 * tag; keys that begin with {@code _} describe the language itself.
 */
public final class Language {

    private final String tag;
    private final Map<String, Message> messages;
    private final Map<String, String> traits;
    private final PluralRule plurals;

    private Language(String tag, Map<String, String> entries) {
        this.tag = tag;
        this.traits = only(entries, true);
        this.plurals = PluralRule.parse(trait("plurals"));
        this.messages = only(entries, false).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> parse(e.getKey(), e.getValue())));
    }

    /** Reads a language file in UTF-8. @throws IllegalArgumentException when a sentence in it cannot be parsed */
    static Language read(String tag, Reader file) throws IOException {
        var properties = new Properties();
        properties.load(file);
        return new Language(
                tag,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(key -> key, properties::getProperty)));
    }

    /** The language's BCP 47 tag: what the {@code lang} attribute of its pages says. */
    public String tag() {
        return tag;
    }

    /** What the language calls itself. */
    public String name() {
        return trait("name");
    }

    /** For numbers and money. */
    public Locale locale() {
        return Locale.forLanguageTag(trait("locale"));
    }

    Map<String, Message> messages() {
        return messages;
    }

    Message message(String key) {
        var message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + tag);
        }
        return message;
    }

    /** What the file says about the language itself, for example the space between sentences. */
    public String trait(String name) {
        var trait = traits.get("_" + name);
        if (trait == null) {
            throw new IllegalArgumentException("no _" + name + " in " + tag);
        }
        return trait;
    }

    String pluralForm(long number) {
        return plurals.form(number);
    }

    private static Message parse(String key, String text) {
        try {
            return Message.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> only(Map<String, String> entries, boolean traits) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("_") == traits)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
