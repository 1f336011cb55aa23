package dev.keepline.notifications.mail;

/** What became of handing a letter to the mail server. */
sealed interface Posting {

    /** The server has it and is answerable for it. */
    record Sent() implements Posting {}

    /** The server says that it never will. */
    record Refused(String why) implements Posting {}

    /** The server says not now, about this letter: again later, but not for ever. */
    record PutOff(String why) implements Posting {}

    /** No word about the letter: the server is away or does not let us in. Again later, under the same Message-ID. */
    record Later(String why) implements Posting {}
}
