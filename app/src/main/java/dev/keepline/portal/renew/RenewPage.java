package dev.keepline.portal.renew;

import dev.keepline.portal.life.LifeBar;
import dev.keepline.portal.life.Span;
import dev.keepline.portal.lines.LineText;
import dev.keepline.portal.lines.SourceText;
import dev.keepline.portal.words.Shown;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What can be chosen for one line.
 *
 * @param notice of a renewal of this line that is not over
 * @param noroad why there is no pay button
 * @param instructions what to do elsewhere, where nothing can be sold here; empty otherwise
 * @param others what the carrier offers and we do not sell, each with its reason
 */
public record RenewPage(
        LineText line,
        Shown now,
        Optional<Notice> notice,
        Optional<Choice> choice,
        List<Shown> instructions,
        Shown noroad,
        List<Other> others) {

    /** @param path of the renewal's page */
    public record Notice(Shown text, String path) {}

    /**
     * Why an offering stands out.
     *
     * @param tick whether it is recommended; one that is not enough is not
     */
    public record Mark(Shown why, boolean tick) {}

    /**
     * The form.
     *
     * @param axis of the pictures, which share it
     * @param chosen the offering that is marked when the page opens
     * @param amount what was typed
     * @param problem what was wrong with it
     */
    public record Choice(Axis axis, List<Option> options, String chosen, String amount, Optional<Shown> problem) {}

    public record Axis(Span span, LocalDate today) {}

    /**
     * One offering.
     *
     * @param mark why it stands out
     * @param picture of the line with it, where its dates are known
     */
    public record Option(
            String id,
            Name name,
            Price price,
            Optional<Mark> mark,
            List<Shown> why,
            Optional<LifeBar> picture,
            Shown dates,
            Details details) {}

    public record Name(Shown kind, String offering, Optional<Shown> term) {}

    /**
     * @param total all-in; empty where the amount is chosen
     * @param wanted whether an amount has to be typed, with what stands there at first
     */
    public record Price(Optional<Shown> total, Optional<Shown> perMonth, boolean wanted, List<Shown> tiers) {}

    /** What you get, and the price in parts. */
    public record Details(Shown includes, List<Part> parts, Shown proof, SourceText source) {}

    public record Part(String label, Shown amount) {}

    /** @param why it is not sold here */
    public record Other(String name, Shown price, Shown why, SourceText source) {}
}
