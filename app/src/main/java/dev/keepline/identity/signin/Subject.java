package dev.keepline.identity.signin;

/** What is tried: each is counted for itself. */
public enum Subject {
    /** A password. */
    PASSWORD(""),
    /** A letter to somebody. */
    LETTER("letter ");

    private static final TryRules LETTERS_PER_ADDRESS = new TryRules(3);
    private static final TryRules LETTERS_PER_PLACE = new TryRules(20);

    private final String prefix;

    Subject(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    TryRules perAddress() {
        return this == LETTER ? LETTERS_PER_ADDRESS : TryRules.ADDRESS;
    }

    TryRules perPlace() {
        return this == LETTER ? LETTERS_PER_PLACE : TryRules.PLACE;
    }
}
