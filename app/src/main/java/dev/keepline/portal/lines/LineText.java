package dev.keepline.portal.lines;

import dev.keepline.kernel.LineId;
import dev.keepline.portal.life.LifeBar;
import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * A line in words and pictures, ready for a template.
 *
 * @param names label and carrier
 * @param sentence what its state means
 * @param picture the bar, with what it says for those who cannot see it
 */
public record LineText(
        LineId id,
        Names names,
        LineState state,
        Shown sentence,
        Clock clocks,
        Picture picture,
        Held held,
        Action action) {

    public record Names(Shown number, String label, String carrier) {}

    public record Clock(ClockText service, ClockText number) {}

    public record Picture(LifeBar bar, String label) {}

    /** @param balance a note about money on the line */
    public record Held(
            Optional<Shown> balance,
            List<Meter> meters,
            List<Shown> left,
            Optional<Shown> unlimited,
            Optional<SourceText> source) {}

    /**
     * @param left what is left, in bold
     * @param percent of it used
     */
    public record Meter(Shown used, Shown left, double percent) {}

    /**
     * The one thing to do.
     *
     * @param primary whether it is urgent
     */
    public record Action(Shown words, String path, boolean primary) {}
}
