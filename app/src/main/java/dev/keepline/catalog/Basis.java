package dev.keepline.catalog;

/** What keeps a line in service. */
public enum Basis {
    /** A plan with a term. */
    PLAN,
    /** A balance with a validity, drawn down by use. */
    BALANCE;

    /** As in the data files and in JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
