/**
 * What people are told, and by which channels.
 *
 * <p>Owns: messages, committed with the state they tell of. A message carries facts, never words: words are chosen when it
 * is shown, in the reader's language. Invariant: the same fact is told once. Must not: decide what is worth telling.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package dev.keepline.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
