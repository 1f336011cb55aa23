package dev.keepline.portal.imports;

import dev.keepline.imports.ImportPlan;
import dev.keepline.imports.ImportView;
import dev.keepline.imports.Problem;
import dev.keepline.portal.imports.ImportPage.Change;
import dev.keepline.portal.imports.ImportPage.Changes;
import dev.keepline.portal.imports.ImportPage.Holders;
import dev.keepline.portal.imports.ImportPage.Known;
import dev.keepline.portal.imports.ImportPage.Row;
import dev.keepline.portal.imports.ImportPage.Wrong;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts words to one file of lines, in the zone of whoever looks. */
public final class ImportTexts {

    /** Mistakes that stand on the page; the rest is in the file of them. */
    public static final int SHOWN = 200;

    private final Words w;
    private final Instant now;
    private final ZoneId zone;

    public ImportTexts(Words words, Instant now, ZoneId zone) {
        this.w = words;
        this.now = now;
        this.zone = zone;
    }

    /** The page of a file. */
    public ImportPage page(Known known) {
        var view = known.view();
        var plan = known.checked().plan();
        var body = new ImportPage.Body(
                facts(known),
                known.tried().notice(),
                wrong(view, known.checked().problems()),
                plan.map(this::changes).orElseGet(() -> new Changes(List.of(), Optional.empty())));
        return new ImportPage(
                "/console/imports/" + view.id(),
                ImportsPage.state(view, w),
                view.good() && view.carried().isEmpty(),
                body,
                known.came().map(came -> holders(known, came)));
    }

    private Holders holders(Known known, ImportPage.Came came) {
        var counts = came.invited().counts();
        var lines = "/console/lines?file=" + known.view().id();
        var said = new ArrayList<Shown>();
        int unchanged = known.view()
                .carried()
                .map(carried -> carried.counts().unchanged())
                .orElse(0);
        if (unchanged > 0) {
            said.add(w.h("invite.unchanged", "n", unchanged).linked("/console/lines"));
        }
        if (unchanged > 0
                && counts.addresses() == 0
                && counts.claimed() == 0
                && came.withdrawn().isEmpty()) {
            return new Holders(said, false, false, Optional.empty());
        }
        if (came.invited().sending()) {
            said.add(w.h("invite.sending", "n", counts.addresses() - counts.uninvited(), "m", counts.addresses()));
        } else {
            said.add(w.h("invite.uninvited", "n", counts.uninvited()).linked(lines + "&state=uninvited"));
        }
        said.add(w.h("invite.invited", "n", counts.invited()).linked(lines + "&state=invited"));
        if (counts.refused() > 0) {
            said.add(w.h("invite.refused", "n", counts.refused(), "who", String.join(", ", came.refused()))
                    .linked(lines + "&state=refused"));
        }
        said.add(w.h("invite.claimed", "n", counts.claimed()).linked(lines + "&state=claimed"));
        came.withdrawn()
                .forEach(gone -> said.add(w.h(
                        "import.withdrawn",
                        "n",
                        gone.lines(),
                        "when",
                        w.moment(gone.at(), now, zone),
                        "reason",
                        gone.reason())));
        return new Holders(
                said,
                counts.uninvited() > 0 && !came.invited().sending(),
                came.invited().sending(),
                counts.addresses() > 0 ? Optional.of(known.tried().withdrawal()) : Optional.empty());
    }

    private List<Fact> facts(Known known) {
        var view = known.view();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(w.t("import.file"), Shown.text(view.file().name()), false));
        facts.add(new Fact(w.t("import.rows"), Shown.text(w.number(view.rows())), false));
        facts.add(new Fact(w.t("import.uploaded"), w.moment(view.uploaded().at(), now, zone), false));
        known.same()
                .flatMap(ImportView::carried)
                .ifPresent(before -> facts.add(
                        new Fact(w.t("import.same"), w.moment(before.by().at(), now, zone), false)));
        view.carried().ifPresent(carried -> {
            facts.add(new Fact(w.t("import.imported"), w.moment(carried.by().at(), now, zone), false));
            counts(carried.counts(), facts);
        });
        known.checked().plan().ifPresent(plan -> counts(plan.counts(), facts));
        facts.add(new Fact(w.t("import.digest"), Shown.text(view.file().sha256().substring(0, 16) + "…"), true));
        return facts;
    }

    private void counts(ImportView.Counts counts, List<Fact> facts) {
        facts.add(new Fact(w.t("import.fresh"), Shown.text(w.number(counts.fresh())), false));
        facts.add(new Fact(w.t("import.changed"), Shown.text(w.number(counts.changed())), false));
        facts.add(new Fact(w.t("import.unchanged"), Shown.text(w.number(counts.unchanged())), false));
        facts.add(new Fact(w.t("import.claimed"), Shown.text(w.number(counts.claimed())), false));
    }

    private Changes changes(ImportPlan plan) {
        var rows = plan.changes().stream()
                .map(one -> new Change(
                        w.number(one.line()),
                        one.reference(),
                        one.field(),
                        one.was().orElse("—"),
                        one.becomes().orElse("—")))
                .toList();
        boolean more = rows.size() >= dev.keepline.imports.LineImports.MOST_CHANGES;
        return new Changes(rows, more ? Optional.of(w.h("import.changes.more", "n", rows.size())) : Optional.empty());
    }

    private Wrong wrong(ImportView view, List<Problem> problems) {
        var rows = problems.stream()
                .map(problem -> new Row(
                        w.number(problem.line()),
                        problem.field(),
                        what(problem),
                        problem.code() == Problem.Code.TWICE ? "" : problem.value()))
                .toList();
        int more = view.problems() - rows.size();
        return new Wrong(rows, more > 0 ? Optional.of(w.h("import.more", "n", more)) : Optional.empty());
    }

    /** What is wrong, in a sentence. */
    public Shown what(Problem problem) {
        return w.h("import.wrong." + problem.code(), "value", problem.value(), "most", longest(problem));
    }

    private static int longest(Problem problem) {
        return dev.keepline.imports.Column.of(problem.field())
                .map(dev.keepline.imports.Column::longest)
                .orElse(0);
    }
}
