package dev.keepline.catalog;

/** The form of names in the catalogue: {@code sandbox-monthly}. Checked by hand, since every line shown takes several. */
final class Slug {

    private Slug() {}

    /** Words of small letters and digits with single hyphens between them, the first beginning with a letter. */
    static boolean fits(String text, int longest) {
        if (text.isEmpty() || text.length() > longest || !isLetter(text.charAt(0))) {
            return false;
        }
        boolean hyphen = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean again = hyphen;
            hyphen = c == '-';
            if (hyphen ? again : !isLetter(c) && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !hyphen;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
