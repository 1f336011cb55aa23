package dev.keepline.identity;

import dev.keepline.kernel.AccountId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Who is signed in, as a parameter of a controller's method (as is plain {@link AccountId}).
 *
 * @param chosenLanguage tag of the language this person once switched the pages to; empty when the browser's word is all there is
 * @param zone of the person, not of any line
 */
public record CurrentAccount(AccountId id, String name, Optional<String> chosenLanguage, ZoneId zone, boolean staff) {}
