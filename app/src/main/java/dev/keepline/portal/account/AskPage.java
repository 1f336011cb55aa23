package dev.keepline.portal.account;

import dev.keepline.portal.words.Shown;
import java.util.Optional;

/**
 * The form that asks for a link by e-mail.
 *
 * @param kind {@code signup} or {@code recover}: chooses words and path
 * @param email what was typed, kept when it did not work
 */
public record AskPage(String kind, String email, Optional<Shown> problem) {}
