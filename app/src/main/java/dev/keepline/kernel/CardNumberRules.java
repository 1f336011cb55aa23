package dev.keepline.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds numbers of payment cards in what people write, in the digits of any script, in groups or not, whatever signs part
 * the groups. Phone numbers, dates, SIM profiles' and devices' numbers are none: a card's number has its brand's first
 * digits, its length and its check digit, and groups parted all alike or as cards print them. Pure.
 */
public final class CardNumberRules {

    private static final Pattern BRANDS = Pattern.compile(String.join(
            "|",
            "4(\\d{12}|\\d{15}|\\d{18})", // Visa
            "(5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}", // Mastercard
            "3[47]\\d{13}", // American Express
            "(6011|64[4-9]\\d|65\\d{2})\\d{12}", // Discover
            "(35(2[89]|[3-8]\\d))\\d{12}", // JCB
            "62\\d{14,17}", // UnionPay
            "(30[0-5]|3[689]\\d)\\d{11}")); // Diners Club

    /** The lengths of groups as cards print them. */
    private static final Pattern PRINTED = Pattern.compile("(4 ){2,4}[1-4] |4 6 [45] ");

    private static final int SHOWN = 4;
    private static final int WIDEST_GAP = 3;
    private static final char COVER = '•';

    private CardNumberRules() {}

    /** Whether such a number stands in it. */
    public static boolean found(String text) {
        return !mask(text).equals(text);
    }

    /**
     * One digit and where it stands.
     *
     * @param gap what stands between the digit before and this one
     */
    private record Digit(int value, int at, int width, String gap) {

        boolean beginsGroup() {
            return !gap.isEmpty();
        }
    }

    /** The same text with all but the last four digits of each card's number covered. */
    public static String mask(String text) {
        var masked = new StringBuilder(text);
        var runs = runs(text);
        for (int i = runs.size() - 1; i >= 0; i--) {
            cover(masked, runs.get(i));
        }
        return masked.toString();
    }

    private static void cover(StringBuilder text, List<Digit> run) {
        for (int from = 0; from < run.size(); from++) {
            if (from > 0 && !run.get(from).beginsGroup()) {
                continue;
            }
            for (int to = run.size(); to > from; to--) {
                boolean endsGroup = to == run.size() || run.get(to).beginsGroup();
                if (endsGroup && isCard(run.subList(from, to))) {
                    for (int i = to - SHOWN - 1; i >= from; i--) {
                        var digit = run.get(i);
                        text.replace(digit.at(), digit.at() + digit.width(), Character.toString(COVER));
                    }
                    return;
                }
            }
        }
    }

    /** Digits that belong together: at most a few signs that are no letters stand between one and the next. */
    private static List<List<Digit>> runs(String text) {
        var runs = new ArrayList<List<Digit>>();
        var run = new ArrayList<Digit>();
        var gap = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int width = Character.charCount(c);
            int value = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            if (value >= 0) {
                run.add(new Digit(value, at, width, gap.toString()));
                gap.setLength(0);
            } else if (run.isEmpty()
                    || !separates(c)
                    || gap.appendCodePoint(c).codePoints().count() > WIDEST_GAP) {
                if (!run.isEmpty()) {
                    runs.add(List.copyOf(run));
                }
                run.clear();
                gap.setLength(0);
            }
            at += width;
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    private static boolean separates(int c) {
        return !Character.isLetterOrDigit(c) && c != COVER;
    }

    /** Groups that stand beside each other by chance, as in a list of phone numbers, are parted differently within. */
    private static boolean belongTogether(List<Digit> digits) {
        var gaps = digits.stream()
                .skip(1)
                .map(Digit::gap)
                .filter(gap -> !gap.isEmpty())
                .toList();
        return gaps.stream().distinct().count() <= 1
                || gaps.stream().allMatch(CardNumberRules::isUsual)
                || PRINTED.matcher(groups(digits)).matches();
    }

    private static boolean isUsual(String gap) {
        return gap.codePointCount(0, gap.length()) <= 2
                && gap.codePoints()
                        .allMatch(c -> Character.isSpaceChar(c)
                                || c == '\t'
                                || c == '.'
                                || Character.getType(c) == Character.DASH_PUNCTUATION
                                || Character.getType(c) == Character.FORMAT);
    }

    private static String groups(List<Digit> digits) {
        var lengths = new StringBuilder();
        int length = 0;
        for (int i = 0; i < digits.size(); i++) {
            if (i > 0 && digits.get(i).beginsGroup()) {
                lengths.append(length).append(' ');
                length = 0;
            }
            length++;
        }
        return lengths.append(length).append(' ').toString();
    }

    private static boolean isCard(List<Digit> digits) {
        if (digits.size() < 13 || digits.size() > 19 || !belongTogether(digits)) {
            return false;
        }
        var number = new StringBuilder();
        int sum = 0;
        for (int i = 0; i < digits.size(); i++) {
            int value = digits.get(digits.size() - 1 - i).value();
            int weighed = i % 2 == 0 ? value : value * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
            number.insert(0, value);
        }
        return sum % 10 == 0 && BRANDS.matcher(number).matches();
    }
}
