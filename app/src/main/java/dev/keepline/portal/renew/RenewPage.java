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
     * @param byAmount how an amount is chosen, where one has to be
     */
    public record Price(Optional<Shown> total, Optional<Shown> perMonth, Optional<ByAmount> byAmount) {}

    /**
     * Choosing an amount.
     *
     * @param tiers how long amounts last
     * @param buttons amounts that can be bought, each by one press
     * @param said which others there are, or that it is not known which
     */
    public record ByAmount(List<Shown> tiers, List<Amount> buttons, List<Shown> said) {}

    /**
     * @param value as the form sends it
     * @param brings what it costs and how long it lasts
     */
    public record Amount(String value, Shown credit, Shown brings) {}

    /** What you get, and the price in parts. */
    public record Details(Shown includes, List<Part> parts, Shown proof, SourceText source) {}

    public record Part(String label, Shown amount) {}

    /** @param why it is not sold here */
    public record Other(String name, Shown price, Shown why, SourceText source) {}
}
