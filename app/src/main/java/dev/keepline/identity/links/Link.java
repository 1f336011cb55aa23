package dev.keepline.identity.links;

import dev.keepline.identity.EmailAddress;
import dev.keepline.kernel.AccountId;

/**
 * A link that can be used.
 *
 * @param account whose it is; the operator's own for a link to make one
 * @param email the address it is about
 * @param digest names it within the account
 */
public record Link(AccountId account, EmailAddress email, String language, String digest) {}
