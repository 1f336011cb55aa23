package dev.keepline.portal.account;

import dev.keepline.portal.words.Shown;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The form behind a link: choosing a password and, for a new account, a name and a time zone.
 *
 * @param action where the form goes
 * @param kind {@code signup}, {@code recover}, or {@code restored} right after an old address took its account back
 * @param email that the link proves
 * @param person what a new account also needs
 */
public record ChoosePage(
        String action, String kind, String email, Sent sent, Optional<Person> person, Optional<Problem> problem) {

    /** @param field its name: {@code name}, {@code password} or {@code zone} */
    public record Problem(String field, Shown said) {}

    /** Whether this field is the one that is wrong. */
    public boolean wrong(String field) {
        return problem.filter(one -> one.field().equals(field)).isPresent();
    }

    /** What goes along with the form: the link's secret, and the page to go on to. */
    public record Sent(String token, String next) {}

    /** As typed so far. */
    public record Person(String name, ZoneId zone, List<ZoneId> zones) {}
}
