package dev.keepline.notifications.mail;

/** What became of handing a letter to the mail server. */
sealed interface Posting {

    /** The server has it and is answerable for it. */
    record Sent() implements Posting {}

    /** The server says that it never will. */
    record Refused(String why) implements Posting {}

    /** Not now, or nobody knows: again later, under the same Message-ID. */
    record Later(String why) implements Posting {}
}
