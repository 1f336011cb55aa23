package dev.keepline.portal.takeout;

import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Shown;
import java.util.List;

/**
 * The page of an archive: what is in it, and every record in words.
 *
 * @param person whose it is, as they call themselves
 * @param made when
 * @param style the style sheet, since the page stands alone
 * @param languages in which the archive has a page
 */
public record TakeoutPage(
        String person, Shown made, String operator, String style, List<Language> languages, List<Kind> kinds) {

    /**
     * One kind of record.
     *
     * @param name of its table, as its files are called
     */
    public record Kind(String name, String title, Shown what, List<Entry> entries) {}

    /** One record: what is known, by what it is called. */
    public record Entry(List<Field> fields) {}

    public record Field(String label, Shown value) {}

    /** The name of the page in a language. */
    public static String file(Language language) {
        return "keepline." + language.tag() + ".html";
    }
}
