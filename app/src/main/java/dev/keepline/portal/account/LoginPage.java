package dev.keepline.portal.account;

import dev.keepline.portal.frame.LocalPath;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.life.LifeBar;
import dev.keepline.portal.life.Span;
import dev.keepline.portal.words.Shown;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The form to sign in.
 *
 * @param email what was typed, kept when it did not work
 * @param next the page to go on to
 * @param kept what was typed into a form there
 */
public record LoginPage(
        LifeBar picture, String email, String next, String kept, Optional<Shown> problem, Optional<Shown> notice) {

    /** The address of another page of ours that knows where to go on to. */
    public String to(String page) {
        return LocalPath.with(page, next);
    }

    /** A line's life as an example: some service left, then grace, then loss. */
    public static LifeBar example(LocalDate today) {
        var clocks = new Clocks(
                Optional.of(today.plusDays(26)), Certainty.READ, Optional.of(today.plusDays(62)), Optional.empty());
        return Life.of(clocks, today, new Span(today.minusDays(26), today.plusDays(68)));
    }
}
