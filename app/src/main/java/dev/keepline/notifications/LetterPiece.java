package dev.keepline.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a paragraph as HTML shows it.
 *
 * @param text as it is written
 * @param kind what it is
 */
public record LetterPiece(String text, Kind kind) {

    /** What a part of a paragraph is. */
    public enum Kind {
        WORDS,
        /** An address to follow. */
        LINK,
        /** A phone number: it stays on one line. */
        NUMBER
    }

    private static final Pattern SPECIAL =
            Pattern.compile("(https?://[^\\s<>\"，。；、（）]+)|(\\([0-9]{3}\\) [0-9]{3}-[0-9]{4})");

    /** The parts of a paragraph, in their order; nothing is left out. */
    public static List<LetterPiece> of(String paragraph) {
        var pieces = new ArrayList<LetterPiece>();
        var found = SPECIAL.matcher(paragraph);
        int from = 0;
        while (found.find()) {
            pieces.add(new LetterPiece(paragraph.substring(from, found.start()), Kind.WORDS));
            pieces.add(new LetterPiece(found.group(), found.group(1) != null ? Kind.LINK : Kind.NUMBER));
            from = found.end();
        }
        pieces.add(new LetterPiece(paragraph.substring(from), Kind.WORDS));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
