package dev.keepline.reminders;

import dev.keepline.identity.Recipient;
import dev.keepline.lines.Line;
import dev.keepline.lines.LineClocks;
import dev.keepline.notifications.Letter;
import java.time.LocalDate;
import java.util.UUID;

/** Puts a reminder into words. A port: whoever shows pages knows the words. */
@FunctionalInterface
public interface ReminderLetters {

    /** The letter, in its reader's language. */
    Letter letter(Recipient reader, About about);

    /**
     * What it is about.
     *
     * @param today where the line lives
     * @param token ends letters of this kind
     */
    record About(Line line, LineClocks clocks, Reminder reminder, LocalDate today, UUID token) {}
}
