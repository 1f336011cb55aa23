package dev.keepline.database;

/** What to do with the schema of a database that is opened. */
public enum Schema {
    /** Bring it to this version of the program; one that a newer version has changed is refused. */
    MIGRATED,
    /** Leave it as it is, and refuse what is not of this version: beside an application that works on it. */
    OF_THIS_VERSION,
    /** Leave it as it is: to look at an installation without changing it. */
    AS_IT_IS
}
