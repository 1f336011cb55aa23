package dev.keepline.support;

import dev.keepline.kernel.CardNumberRules;
import java.util.Optional;

/** Which texts may be kept and sent. Pure. */
public final class WrittenRules {

    /** In characters, as people count them: code points. */
    public static final int LONGEST = 4_000;

    private static final int LONGEST_REFERENCE = 80;
    private static final int NOT_A_CHARACTER = 0xFFFD;

    private WrittenRules() {}

    /** What becomes of a text. Any script and any sign may stand in it, but for control characters. */
    public static Written check(String typed) {
        var text = clean(typed).strip();
        int characters = text.codePointCount(0, text.length());
        if (characters == 0) {
            return new Written.Empty();
        }
        if (characters > LONGEST) {
            return new Written.TooLong(characters);
        }
        var masked = CardNumberRules.mask(text);
        return masked.equals(text) ? new Written.Fine(text) : new Written.CardNumber(masked);
    }

    /** A reference of one line, or empty where the text is none: too long, or what looks like a card's number. */
    public static Optional<String> reference(String typed) {
        return check(typed) instanceof Written.Fine(var text)
                        && text.codePointCount(0, text.length()) <= LONGEST_REFERENCE
                        && text.indexOf('\n') < 0
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The same text with the numbers of payment cards covered. Every free field of every form is held against this. */
    public static String mask(String typed) {
        return CardNumberRules.mask(typed);
    }

    /** Whether what looks like a payment card's number stands in it, which must not be kept anywhere. */
    public static boolean holdsCard(String typed) {
        return CardNumberRules.found(typed);
    }

    /** Line ends become one sign, tabs stay; halves of signs and signs that steer machines are none. */
    private static String clean(String typed) {
        var out = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                boolean half = c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
                out.appendCodePoint(half ? NOT_A_CHARACTER : c);
            }
        });
        return out.toString();
    }
}
