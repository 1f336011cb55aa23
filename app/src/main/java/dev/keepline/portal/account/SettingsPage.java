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
 * @param problems what is wrong, by the form it is wrong with: person, password, email
 * @param done what was just changed
 */
public record SettingsPage(Person person, List<Session> sessions, Map<String, Shown> problems, Optional<Shown> done) {

    public Optional<Shown> problem(String form) {
        return Optional.ofNullable(problems.get(form));
    }

    /** @param language of letters */
    public record Person(
            String name, String email, ZoneId zone, List<ZoneId> zones, Language language, List<Language> languages) {}

    /** @param here whether it is the one that looks at this page */
    public record Session(String name, String browser, Shown since, Shown used, boolean here) {}
}
