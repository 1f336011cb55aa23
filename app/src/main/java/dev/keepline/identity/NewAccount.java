package dev.keepline.identity;

import dev.keepline.kernel.AccountId;
import java.time.ZoneId;

/** What is needed to begin with an account. */
public record NewAccount(AccountId id, EmailAddress email, String name, String language, ZoneId zone) {}
