package dev.keepline.kernel;

/** What people type, without what nobody can see: it breaks databases, or makes a text look like another one. */
public final class PlainText {

    private PlainText() {}

    /** Without control characters (but for tabs and ends of lines), marks of direction, and halves of characters. */
    public static String of(String text) {
        if (text.chars().noneMatch(c -> isUnwanted(c) || Character.isSurrogate((char) c))) {
            return text;
        }
        return text.codePoints()
                .filter(c -> !isUnwanted(c) && Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same for a name: one line, with one space where there were tabs, ends of lines or several. */
    public static String line(String text) {
        return of(text).replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip();
    }

    private static boolean isUnwanted(int c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
                || c == 0x61C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
