package dev.keepline.portal.papers;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Certificates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The page that checks a proof: a form, or what the paper says and whether it still counts.
 *
 * @param typed what was typed, kept in the form when it led to nothing
 * @param problem why it led to nothing
 */
public record CheckedPage(String typed, Optional<Shown> problem, Optional<Result> result) {

    /**
     * @param stands whether the renewal still stands
     * @param notes what has become of it, and what to compare
     */
    public record Result(Shown headline, boolean stands, List<Shown> notes, ProofPaper paper) {}

    /** The form as it is first opened. */
    public static CheckedPage empty() {
        return new CheckedPage("", Optional.empty(), Optional.empty());
    }

    /** The form with what went wrong. */
    public static CheckedPage problem(String typed, Shown problem) {
        return new CheckedPage(typed, Optional.of(problem), Optional.empty());
    }

    /** A proof that was found. */
    public static CheckedPage of(Certificates.Checked checked, Words w, Imprint imprint) {
        var paper = new ProofPapers(w, imprint).paper(checked.certificate());
        boolean money = checked.certificate().facts().bought().credited();
        var result = switch (checked.phase()) {
            case RENEWED, OWED ->
                new Result(
                        w.h(w.key("verify." + checked.phase(), money, "money")),
                        true,
                        List.of(w.h("verify.compare")),
                        paper);
            default ->
                new Result(
                        w.h(w.key("verify.REFUNDING", money, "money")),
                        false,
                        List.of(since(checked, w), w.h("verify.money." + checked.phase())),
                        paper);
        };
        return new CheckedPage("", Optional.empty(), Optional.of(result));
    }

    private static Shown since(Certificates.Checked checked, Words w) {
        var line = checked.certificate().facts().line();
        var key = "carrier." + line.carrier() + ".short";
        var day = LocalDate.ofInstant(checked.takenBackAt(), line.zone());
        boolean money = checked.certificate().facts().bought().credited();
        return w.h(
                w.key("verify.since", money, "money"),
                "carrier",
                w.has(key) ? w.t(key) : line.carrier(),
                "date",
                w.date(day));
    }
}
