package dev.keepline.catalog;

import java.util.regex.Pattern;

/**
 * Where a line is mainly used, by which it is taxed (place of primary use).
 *
 * @param state two letters, as the postal service writes it
 * @param zip five digits
 */
public record PlaceOfUse(String state, String zip) {

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern ZIP = Pattern.compile("[0-9]{5}");

    public PlaceOfUse {
        if (!STATE.matcher(state).matches()) {
            throw new IllegalArgumentException("not a state: '" + state + "'");
        }
        if (!ZIP.matcher(zip).matches()) {
            throw new IllegalArgumentException("not a ZIP code: '" + zip + "'");
        }
    }

    @Override
    public String toString() {
        return state + " " + zip;
    }
}
