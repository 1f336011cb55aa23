package dev.keepline.portal.life;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A picture ready to be drawn: every position in percent of the width, so that it stretches without being distorted.
 *
 * @param boxes from back to front
 * @param ring where service ends; empty where that was before the picture begins
 * @param wall where the number is lost
 * @param doubts where a question mark stands
 * @param plus the middle of what a renewal adds
 */
public record LifeBar(
        Span span,
        LocalDate today,
        List<Box> boxes,
        OptionalDouble ring,
        OptionalDouble wall,
        boolean ownWord,
        List<Double> doubts,
        OptionalDouble plus) {

    /** A position as an SVG attribute: 13.5%. */
    public static String percent(double x) {
        return BigDecimal.valueOf(x)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }

    /** Where today stands. */
    public double now() {
        return span.x(today);
    }

    /** The word under the marker of today leans inwards near an edge. */
    public String nowAnchor() {
        return now() < 8 ? "start" : now() > 92 ? "end" : "middle";
    }

    /** Where that word stands: a little outside the marker when it leans. */
    public double nowTextX() {
        return now() < 8 ? Math.max(0, now() - 2) : now() > 92 ? Math.min(100, now() + 2) : now();
    }

    /**
     * A stretch of the bar.
     *
     * @param kind the class of its looks: had, has, past, grace, add, word, maybe, rail
     * @param hatched known by a rule only
     */
    public record Box(String kind, double x, double width, boolean hatched) {

        boolean isVisible() {
            return width > 0.05;
        }
    }
}
