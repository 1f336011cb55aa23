package dev.keepline.identity;

import dev.keepline.kernel.AccountId;
import java.time.ZoneId;

/**
 * Who is signed in, as a parameter of a controller's method (as is plain {@link AccountId}).
 *
 * @param language tag of the language this person is written to in
 * @param zone of the person, not of any line
 */
public record CurrentAccount(AccountId id, String name, String language, ZoneId zone, boolean staff) {}
