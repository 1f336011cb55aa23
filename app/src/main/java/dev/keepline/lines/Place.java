package dev.keepline.lines;

import java.util.Locale;

/**
 * The place of primary use, which decides taxes and fees (4 U.S.C. § 124(8)).
 *
 * @param state two letters, upper case, for example {@code NY}
 * @param zip five digits
 */
public record Place(String state, String zip) {

    public Place {
        if (!state.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a US state has two letters: " + state.toUpperCase(Locale.ROOT));
        }
        if (!zip.matches("[0-9]{5}")) {
            throw new IllegalArgumentException("a ZIP code has five digits: " + zip);
        }
    }
}
