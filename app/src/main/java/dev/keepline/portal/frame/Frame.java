package dev.keepline.portal.frame;

import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.util.List;

/**
 * What the layout needs around a page.
 *
 * @param here this page, to come back to after changing the language
 * @param nonce lets the page's own script and style sheet pass the content security policy
 * @param now the moment the page shows; every age on it is counted from here
 */
public record Frame(
        Words words,
        List<Language> languages,
        Assets assets,
        Site site,
        Here here,
        String nonce,
        Csrf csrf,
        Viewer viewer,
        Instant now) {

    /** The languages this page could be in instead. */
    public List<Language> otherLanguages() {
        return languages.stream()
                .filter(language -> !language.tag().equals(words.language().tag()))
                .toList();
    }

    /**
     * @param path of the page; of a page that answers a form, that of the form's page
     * @param kept what was typed into that form; empty where nothing was
     */
    public record Here(String path, String kept) {}

    /** The hidden field of a form that changes something. */
    public record Csrf(String field, String token) {}

    /** Who looks at the page. */
    public enum Viewer {
        NOBODY,
        SUBSCRIBER,
        STAFF
    }

    /**
     * @param operator who sells the service
     * @param contact how to reach them without an account; empty where they name nothing
     * @param sandbox no real money, no real carrier: said on every page
     */
    public record Site(String operator, String contact, boolean sandbox) {}
}
