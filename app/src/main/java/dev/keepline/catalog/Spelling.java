package dev.keepline.catalog;

import java.util.stream.IntStream;

/** How alike two words are. */
final class Spelling {

    private Spelling() {}

    /** How many letters must be added, dropped or replaced to make one of the other (Levenshtein). */
    static int distance(String one, String other) {
        int[] previous = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[other.length()];
    }
}
