package dev.keepline.portal.account;

import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Shown;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything somebody can change about the own account.
 *
 * @param tried what is wrong
 * @param done what was just changed
 */
public record SettingsPage(Person person, List<Session> sessions, Optional<Tried> tried, Optional<Shown> done) {

    /** Chosen where letters are to be in the language of the pages, whatever that will be. */
    static final String LIKE_PAGES = "pages";

    public Optional<Shown> problem(String form) {
        return tried.filter(one -> one.form().equals(form)).map(Tried::problem);
    }

    /** Whether this field of this form is the one that is wrong. */
    public boolean wrong(String form, String field) {
        return tried.filter(one -> one.form().equals(form) && one.field().equals(field))
                .isPresent();
    }

    /** What was typed there; empty where nothing was. */
    public String typed(String field) {
        return tried.map(one -> one.typed().getOrDefault(field, "")).orElse("");
    }

    /**
     * A form that was sent and could not be taken.
     *
     * @param form person, password or email
     * @param field the one that is wrong
     * @param typed by the name of the field; no password
     */
    public record Tried(String form, String field, Shown problem, Map<String, String> typed) {}

    /**
     * @param pending the new address that was asked for and is not confirmed yet
     * @param letters the tag of their language, or {@link #LIKE_PAGES}
     */
    public record Person(
            String name,
            String email,
            Optional<String> pending,
            ZoneId zone,
            List<ZoneId> zones,
            String letters,
            List<Language> languages) {

        public String likePages() {
            return LIKE_PAGES;
        }
    }

    /** @param here whether it is the one that looks at this page */
    public record Session(String name, String browser, Shown since, Shown used, boolean here) {}
}
