package dev.keepline.jobs;

import dev.keepline.kernel.AccountId;

/**
 * Names a job to be woken, opaque to whoever carries it: a webhook's inbox row and the wake-up of the job commit together.
 *
 * @param kind of work, for example {@code renewal}
 * @param key within the account and kind
 */
public record WakeRef(String kind, AccountId account, String key) {}
