package dev.keepline.database.embedded;

/** What a commit promises. */
public enum Durability {
    /** A committed transaction survives a power cut: fsync and full page writes on. What is acknowledged is durable. */
    FULL,
    /** It survives nothing: for tests that throw the data away. */
    NONE
}
