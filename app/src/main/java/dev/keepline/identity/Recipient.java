package dev.keepline.identity;

import dev.keepline.kernel.AccountId;

/**
 * Whose letters go where.
 *
 * @param language tag of the language they are written in, for example {@code zh-CN}
 */
public record Recipient(AccountId account, EmailAddress email, String language) {}
