package dev.keepline.portal.imports;

import dev.keepline.portal.words.Shown;
import java.util.List;

/**
 * Lines that an invitation gives to the account that is signed in.
 *
 * @param open whether there is anything to claim
 * @param intro whose invitation it is and which account takes the lines, or why there is nothing
 */
public record ClaimPage(String path, boolean open, Shown headline, List<Shown> intro, List<Entry> lines) {

    /** @param what it is called, at which carrier, on which profile */
    public record Entry(Shown number, Shown what) {}
}
