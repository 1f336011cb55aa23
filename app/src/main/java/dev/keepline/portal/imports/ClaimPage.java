package dev.keepline.portal.imports;

import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * Lines that an invitation gives to the account that is signed in.
 *
 * @param open whether there is anything to claim
 * @param intro whose invitation it is and which account takes the lines, or why there is nothing
 * @param other where another account was invited than the one that is signed in
 */
public record ClaimPage(
        String path, boolean open, Shown headline, List<Shown> intro, Optional<Other> other, List<Entry> lines) {

    /**
     * Nothing is taken before it is said for which account.
     *
     * @param token of the invitation, to come back to after signing out
     * @param leave what signing in with the invited account means
     * @param anyway what has to be ticked to take them all the same
     * @param problem it was not ticked
     */
    public record Other(String token, Shown leave, Shown anyway, Optional<Shown> problem) {}

    /** @param what it is called, at which carrier, on which profile */
    public record Entry(Shown number, Shown what) {}
}
