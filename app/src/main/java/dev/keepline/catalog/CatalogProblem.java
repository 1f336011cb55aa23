package dev.keepline.catalog;

/**
 * What is wrong with a file of the catalogue.
 *
 * @param line counted from 1; 0 where it is about the file as a whole
 */
public record CatalogProblem(String file, int line, String message) {

    /** As compilers print it: {@code catalog/taxes.yaml:12: unknown key 'rat'}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
