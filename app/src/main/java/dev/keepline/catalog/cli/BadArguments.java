package dev.keepline.catalog.cli;

/** What was typed cannot be answered; the message says what to type. Ends in exit code 2. */
public final class BadArguments extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadArguments(String message) {
        super(message, null, false, false);
    }
}
