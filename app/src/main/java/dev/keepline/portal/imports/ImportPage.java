package dev.keepline.portal.imports;

import dev.keepline.imports.ImportView;
import dev.keepline.imports.Invitations;
import dev.keepline.imports.Problem;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file: what is wrong with it, or what importing it does and did.
 *
 * @param ready whether it can be imported now
 * @param notice about what was just tried
 */
public record ImportPage(
        String path,
        Shown headline,
        boolean ready,
        List<Fact> facts,
        Wrong wrong,
        Optional<Shown> notice,
        Optional<Holders> holders) {

    /**
     * How far the holders of imported lines have come.
     *
     * @param uninvited whether somebody is still to be invited
     */
    public record Holders(List<Shown> said, boolean uninvited) {}

    /**
     * What is wrong, line by line.
     *
     * @param more how many problems there are beyond those shown
     */
    public record Wrong(List<Row> rows, Optional<Shown> more) {}

    /** One thing that is wrong. */
    public record Row(String line, String column, Shown what, String value) {}

    /** Everything the page says of a file, in the zone of whoever looks. */
    public record Known(
            ImportView view,
            List<Problem> problems,
            Optional<ImportView> same,
            Optional<Shown> notice,
            Optional<Invitations.Progress> invited) {}

    public static ImportPage of(Known known, Words w, Instant now, ZoneId zone) {
        var view = known.view();
        return new ImportPage(
                "/console/imports/" + view.id(),
                ImportsPage.state(view, w),
                view.good() && view.carried().isEmpty(),
                facts(known, w, now, zone),
                wrong(known, w),
                known.notice(),
                known.invited().map(progress -> holders(progress, w)));
    }

    private static Holders holders(Invitations.Progress progress, Words w) {
        return new Holders(
                List.of(
                        w.h("invite.uninvited", "n", progress.uninvited()),
                        w.h("invite.invited", "n", progress.invited()),
                        w.h("invite.claimed", "n", progress.claimed())),
                progress.uninvited() > 0);
    }

    private static List<Fact> facts(Known known, Words w, Instant now, ZoneId zone) {
        var view = known.view();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(w.t("import.file"), Shown.text(view.file().name()), false));
        facts.add(new Fact(w.t("import.rows"), Shown.text(w.number(view.rows())), false));
        facts.add(new Fact(w.t("import.uploaded"), w.moment(view.uploaded().at(), now, zone), false));
        known.same()
                .flatMap(ImportView::carried)
                .ifPresent(before -> facts.add(
                        new Fact(w.t("import.same"), w.moment(before.by().at(), now, zone), false)));
        view.carried()
                .ifPresent(carried ->
                        carried(carried, facts, w, w.moment(carried.by().at(), now, zone)));
        facts.add(new Fact(w.t("import.digest"), Shown.text(view.file().sha256().substring(0, 16) + "…"), true));
        return facts;
    }

    private static void carried(ImportView.Carried carried, List<Fact> facts, Words w, Shown when) {
        var counts = carried.counts();
        facts.add(new Fact(w.t("import.imported"), when, false));
        facts.add(new Fact(w.t("import.fresh"), Shown.text(w.number(counts.fresh())), false));
        facts.add(new Fact(w.t("import.changed"), Shown.text(w.number(counts.changed())), false));
        facts.add(new Fact(w.t("import.unchanged"), Shown.text(w.number(counts.unchanged())), false));
        facts.add(new Fact(w.t("import.claimed"), Shown.text(w.number(counts.claimed())), false));
    }

    private static Wrong wrong(Known known, Words w) {
        var rows = known.problems().stream()
                .map(problem -> new Row(
                        w.number(problem.line()),
                        problem.field(),
                        w.h("import.wrong." + problem.code(), "value", problem.value()),
                        problem.code() == Problem.Code.TWICE ? "" : problem.value()))
                .toList();
        int more = known.view().problems() - rows.size();
        return new Wrong(rows, more > 0 ? Optional.of(w.h("import.more", "n", more)) : Optional.empty());
    }
}
