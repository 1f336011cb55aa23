package dev.keepline.portal.web;

import dev.keepline.kernel.CardNumberRules;
import dev.keepline.kernel.PlainText;

/** What a file that somebody sends is called: the browser's word, which is anybody's text. */
final class FileName {

    private static final int LONGEST = 200;
    private static final String NONE = "lines.csv";

    private FileName() {}

    /** Without the folders it lay in and what nobody can see; a payment card's number is covered. */
    static String of(String given) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var seen =
                CardNumberRules.mask(PlainText.of(name).replaceAll("\\s+", " ").strip());
        if (seen.isEmpty()) {
            return NONE;
        }
        int characters = seen.codePointCount(0, seen.length());
        return characters <= LONGEST ? seen : seen.substring(0, seen.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
