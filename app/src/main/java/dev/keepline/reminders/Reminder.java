package dev.keepline.reminders;

import java.time.LocalDate;

/**
 * A letter about one date of a line.
 *
 * @param lastDay the last day with service, or on which the number is safe, in the line's zone
 * @param step so many days before it the letter is meant to go out
 */
public record Reminder(Kind kind, LocalDate lastDay, int step) {

    /** What a reminder is about; each can be ended by itself. */
    public enum Kind {
        /** Service ends. */
        SERVICE,
        /** The number is lost. */
        NUMBER
    }

    /** The day it is meant to go out, in the line's zone. */
    public LocalDate on() {
        return lastDay.minusDays(step);
    }
}
