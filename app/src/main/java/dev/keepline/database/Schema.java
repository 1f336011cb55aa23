package dev.keepline.database;

/** What to do with the schema of a database that is opened. */
public enum Schema {
    /** Bring it to this version of the program. */
    MIGRATED,
    /** Leave it as it is: to look at an installation without changing it. */
    AS_IT_IS
}
