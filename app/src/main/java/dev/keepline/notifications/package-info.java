/**
 * What people are told, and by which channels.
 *
 * <p>Owns: messages in the portal, and letters by e-mail ({@link dev.keepline.notifications.Outbox}), both committed with
 * the state they tell of. A message carries facts, never words: words are chosen when it is shown, in the reader's
 * language. A letter carries words: it cannot be changed any more once it has left. Invariants: the same fact is told once;
 * a letter leaves at least once, and an outage of the mail server delays it only. Must not: decide what is worth telling.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "jobs", "settings"})
package dev.keepline.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
