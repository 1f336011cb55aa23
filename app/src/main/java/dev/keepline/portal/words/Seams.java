package dev.keepline.portal.words;

import java.util.regex.Pattern;

/** Where the words of a sentence meet a value: between Chinese on both sides there is no space. Pure. */
final class Seams {

    private static final String CHINESE = "[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]";
    private static final Pattern ENDS = Pattern.compile(CHINESE + "$");
    private static final Pattern BEGINS = Pattern.compile("^" + CHINESE);

    private Seams() {}

    /** The words between two values, without the spaces at which both sides are Chinese. */
    static String close(String text, String before, String after) {
        if (text.equals(" ")) {
            return ends(before) && begins(after) ? "" : text;
        }
        var closed = text;
        if (closed.startsWith(" ") && ends(before) && begins(closed.substring(1))) {
            closed = closed.substring(1);
        }
        if (closed.endsWith(" ") && begins(after) && ends(closed.substring(0, closed.length() - 1))) {
            closed = closed.substring(0, closed.length() - 1);
        }
        return closed;
    }

    private static boolean ends(String text) {
        return ENDS.matcher(text).find();
    }

    private static boolean begins(String text) {
        return BEGINS.matcher(text).find();
    }
}
