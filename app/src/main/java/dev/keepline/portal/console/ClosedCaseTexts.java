package dev.keepline.portal.console;

import dev.keepline.kernel.AccountId;
import dev.keepline.portal.console.DeskPage.Act;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.support.Cases.Closed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts words to cases that are over: what each was about, when it ended, by whom and how. */
public final class ClosedCaseTexts {

    private static final String BY_ITSELF = "by itself: ";

    private final DeskTexts desk;

    public ClosedCaseTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /**
     * One of them.
     *
     * @param by who of staff ended it; empty where it ended by itself
     */
    public record Ended(Closed closed, String customer, Optional<String> by) {}

    /** The page of one. */
    public DeskPage page(Ended ended, Draft letter) {
        var w = desk.w();
        var one = ended.closed().one();
        var path = path(ended.closed());
        var facts = new ArrayList<Fact>();
        facts.add(desk.fact("console.closed.at", desk.moment(ended.closed().at())));
        facts.add(desk.fact("console.closed.by", by(ended)));
        facts.add(desk.fact("console.case.how", how(ended.closed().how())));
        facts.add(desk.fact("console.since", desk.moment(one.openedAt())));
        facts.add(
                desk.fact("console.customer", Shown.text(ended.customer()).linked(DeskTexts.customer(one.account()))));
        one.renewal()
                .ifPresent(id -> facts.add(desk.fact(
                        "console.renewal.page",
                        w.h("console.open").linked("/console/renewals/" + one.account() + "/" + id))));
        facts.add(desk.fact("console.what", new CaseFacts(desk).sentence(one.facts())));
        var write = new Act(
                path + "/letter", w.h("console.letter"), Optional.of(w.t("console.letter.text")), letter, Map.of());
        return new DeskPage(
                "cases",
                w.h("console.closed.title"),
                Optional.of(w.h("console.closed.intro")),
                Optional.empty(),
                List.of(
                        Sheet.facts(desk.known("case.", one.kind()), facts),
                        Sheet.acts(w.h("console.letter.title"), List.of(), List.of(write)),
                        back("/console", "console.cases.title")));
    }

    /** The last of them. */
    public DeskPage list(List<Ended> last) {
        var w = desk.w();
        var heads = List.of(
                w.t("console.what"),
                w.t("console.customer"),
                w.t("console.closed.at"),
                w.t("console.closed.by"),
                w.t("console.case.how"));
        var table = new Table(heads, last.stream().map(this::row).toList());
        return new DeskPage(
                "cases",
                w.h("console.closed"),
                Optional.of(w.h("console.closed.last")),
                Optional.empty(),
                List.of(
                        Sheet.table(w.h("console.closed"), table, w.h("console.closed.none")),
                        back("/console", "console.cases.title")));
    }

    private Sheet back(String path, String key) {
        var w = desk.w();
        return Sheet.notes(w.h("console.title"), List.of(w.h(key).linked(path)));
    }

    private List<Cell> row(Ended ended) {
        var one = ended.closed().one();
        AccountId account = one.account();
        return List.of(
                Cell.link(desk.known("case.", one.kind()), path(ended.closed()))
                        .with(new CaseFacts(desk).sentence(one.facts()).plain()),
                Cell.link(Shown.text(ended.customer()), DeskTexts.customer(account)),
                Cell.of(desk.moment(ended.closed().at())),
                Cell.of(by(ended)),
                Cell.of(how(ended.closed().how())));
    }

    private Shown by(Ended ended) {
        return ended.by().map(Shown::text).orElseGet(() -> desk.w().h("console.closed.itself"));
    }

    /** What people wrote stands as it is; what the program writes is a sentence of ours. */
    private Shown how(String resolution) {
        return resolution.startsWith(BY_ITSELF) ? desk.w().h("console.closed.refunded") : Shown.text(resolution);
    }

    private static String path(Closed closed) {
        return "/console/cases/" + closed.one().account() + "/" + closed.one().id();
    }
}
