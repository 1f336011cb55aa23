package dev.keepline.portal.words;

import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;

/** What a line is called. */
public final class LineNames {

    private LineNames() {}

    /** As letters call it, which stand alone: what its owner calls it and its number, "Mum (212) 555-0142". */
    public static String inLetters(Line line) {
        var who = line.identity();
        var number = who.msisdn()
                .map(Msisdn::national)
                .or(() -> who.label().isBlank() ? who.iccid().map(Iccid::toString) : java.util.Optional.empty())
                .orElse("");
        return (who.label().strip() + " " + number).strip();
    }
}
