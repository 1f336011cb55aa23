package dev.keepline.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords may be chosen (NIST SP 800-63B-4, 3.1.1.2): long ones, of any characters, that are not among the first an
 * attacker tries. No rules of composition, nothing to mix in, no end of validity.
 */
public final class PasswordRules {

    /** Unicode code points, counted as they are kept. */
    public static final int SHORTEST = 15;

    /** UTF-16 units. */
    public static final int LONGEST = 200;

    /** More than this is not looked at for being common: what is long and common repeats itself well before. */
    private static final int LOOKED_AT = 100;

    /** 10¹¹ tries: everything on the lists of common passwords, what is made of them, and two common words in a row. */
    private static final double COMMON_LOG10 = 11;

    /** Long ones that everybody knows because they were printed as examples; by their letters. */
    private static final Set<String> PRINTED =
            Set.of("correcthorsebatterystaple", "thequickbrownfoxjumpsoverthelazydog");

    /** Letters and digits that must be left besides one's own name and the like. */
    private static final int LEAST_OF_ITS_OWN = 8;

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private PasswordRules() {}

    /** Why a password is refused. */
    public enum Problem {
        SHORT,
        LONG,
        COMMON,
        /** It is the account's password already, or was until lately. */
        SAME
    }

    /**
     * What is wrong with it; empty when nothing is.
     *
     * @param own words that belong to the person: name, address; and to the service
     */
    public static Optional<Problem> problem(String password, List<String> own) {
        var text = normal(password).strip();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            return Optional.of(Problem.SHORT);
        }
        if (password.length() > LONGEST || text.length() > LONGEST) {
            return Optional.of(Problem.LONG);
        }
        if (isMadeOf(own, text)
                || PRINTED.contains(text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""))) {
            return Optional.of(Problem.COMMON);
        }
        var looked = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return ESTIMATE.measure(looked, own).getGuessesLog10() < COMMON_LOG10
                ? Optional.of(Problem.COMMON)
                : Optional.empty();
    }

    /** Whether next to nothing is left of it without the words that everybody knows who knows the person. */
    private static boolean isMadeOf(List<String> own, String text) {
        var all = text.toLowerCase(Locale.ROOT);
        var rest = all;
        var longestFirst = own.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (var word : longestFirst) {
            rest = rest.replace(word.toLowerCase(Locale.ROOT), "");
        }
        return !rest.equals(all) && rest.replaceAll("[^\\p{L}\\p{N}]", "").length() < LEAST_OF_ITS_OWN;
    }

    /** In the one form in which it is kept, so that every keyboard writes the same password (NFKC). */
    public static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
