package dev.keepline.portal.console;

import dev.keepline.portal.console.DeskPage.Act;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Talk;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.support.Matter;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.Interventions.Action;
import dev.keepline.renewal.Phase;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversation.State;
import dev.keepline.support.SupportCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts words to a question and to a case, as the operator sees them. */
public final class CaseTexts {

    private final DeskTexts desk;
    private final SupportTexts support;

    public CaseTexts(DeskTexts desk) {
        this.desk = desk;
        this.support = new SupportTexts(desk.w(), desk.now(), desk.reader());
    }

    /** A question with its thread. The first line is the state of the money, in words for staff. */
    public DeskPage question(Conversation one, List<Entry> entries, Matter matter, String customer, Draft draft) {
        var w = desk.w();
        var path = "/console/questions/" + one.account() + "/" + one.id();
        var acts = new ArrayList<Act>();
        acts.add(new Act(
                path + "/replies", w.h("console.reply"), Optional.of(w.t("console.reply.text")), draft, Map.of()));
        if (one.state() != State.CLOSED) {
            acts.add(desk.click(path + "/close", "console.close", Map.of()));
        }
        var facts = new ArrayList<>(support.attached(one.about()));
        facts.addFirst(desk.fact("console.customer", Shown.text(customer).linked(DeskTexts.customer(one.account()))));
        one.about()
                .renewal()
                .ifPresent(id -> facts.add(desk.fact(
                        "console.renewal.page",
                        w.h("console.open").linked("/console/renewals/" + one.account() + "/" + id))));
        var talk = new Talk(support.said(entries, "console.subscriber", "console.operator"), acts);
        return new DeskPage(
                "cases",
                matter.renewal()
                        .map(desk::money)
                        .orElseGet(() ->
                                w.h(w.key("console.money.none", matter.line().isPresent(), "line"))),
                Optional.of(w.h("console.turn." + one.state())),
                Optional.empty(),
                List.of(
                        new Sheet(support.title(one), List.of(), List.of(), Optional.empty(), talk),
                        Sheet.facts(w.h("support.attached"), facts)));
    }

    /** What stands in the two forms of a case: why it is over, and a letter. */
    public record Drafts(Draft closing, Draft letter) {

        /** Nothing is wrong with either. */
        public boolean good() {
            return closing.problem().isEmpty() && letter.problem().isEmpty();
        }
    }

    /**
     * A case with what it is about.
     *
     * @param possible what can be done about its renewal just now
     */
    public record About(
            SupportCase one,
            Matter matter,
            String customer,
            Set<Action> possible,
            Optional<RenewalTexts.Ordered> ordered,
            Optional<Dossier> dossier) {

        /** Why it must not be ended: money or a number hangs on it. Empty where it may be. */
        public Optional<String> undecided() {
            return matter.named().flatMap(view -> undecided(view.phase()));
        }

        private static Optional<String> undecided(Phase phase) {
            return switch (phase) {
                case AUTHORISED, NOT_PLACED, ORDERED, CONFIRMING, IN_REVIEW, CONFIRMED, RELEASING ->
                    Optional.of("HELD");
                case REFUNDING, REFUND_FAILED -> Optional.of("OWED");
                case OPENING, TO_PAY, CLOSING, RENEWED, NOT_CHARGED, REFUNDED, RETURNED, OWED -> Optional.empty();
            };
        }
    }

    /** A case that the machine opened. */
    public DeskPage openCase(About about, Drafts drafts) {
        var w = desk.w();
        var one = about.one();
        var matter = about.matter();
        var path = "/console/cases/" + one.account() + "/" + one.id();
        var facts = new ArrayList<>(List.of(
                desk.fact(
                        "console.since",
                        w.lines(List.of(desk.moment(one.openedAt()), w.ago(one.openedAt(), desk.now())))),
                desk.fact(
                        "console.owner",
                        one.assignee()
                                .map(account -> Shown.text(desk.names().apply(account)))
                                .orElseGet(() -> w.h("console.owner.nobody"))),
                desk.fact("console.customer", Shown.text(about.customer()).linked(DeskTexts.customer(one.account())))));
        matter.line()
                .ifPresent(card -> facts.add(
                        desk.fact("support.number", Shown.unbroken(card.who().number()))));
        matter.named()
                .flatMap(view -> view.standing().held())
                .ifPresent(held -> facts.add(desk.fact("console.hold", desk.moment(held.captureBefore()))));
        matter.line()
                .flatMap(card -> card.dates().clocks().numberLostOn())
                .ifPresent(day -> facts.add(desk.fact("console.lost", w.date(day.minusDays(1)))));
        about.ordered().ifPresent(ordered -> facts.add(new RenewalTexts(desk).ordered(ordered)));
        one.renewal()
                .ifPresent(id -> facts.add(desk.fact(
                        "console.renewal.page",
                        w.h("console.open").linked("/console/renewals/" + one.account() + "/" + id))));
        facts.add(desk.fact("console.what", new CaseFacts(desk).sentence(one.facts())));
        about.dossier().ifPresent(dossier -> facts.addAll(RenewalTexts.references(desk, dossier)));
        var told = w.has("case.what." + one.kind())
                ? List.of(w.h("case.what." + one.kind()), w.h("case.do." + one.kind()))
                : List.<Shown>of();
        var close = new Act(
                path + "/close",
                w.h("console.case.close"),
                Optional.of(w.t("console.case.how")),
                drafts.closing(),
                Map.of());
        var write = new Act(
                path + "/letter",
                w.h("console.letter"),
                Optional.of(w.t("console.letter.text")),
                drafts.letter(),
                Map.of());
        var sheets = new ArrayList<Sheet>();
        sheets.add(new Sheet(desk.known("case.", one.kind()), told, facts, Optional.empty(), Talk.NONE));
        if (!about.possible().isEmpty()) {
            sheets.add(Sheet.acts(w.h("console.can"), List.of(), acts(about)));
        }
        sheets.add(about.undecided()
                .map(why -> Sheet.notes(w.h("console.case.end"), List.of(w.h("console.case.end." + why))))
                .orElseGet(() ->
                        Sheet.acts(w.h("console.case.end"), List.of(w.h("console.case.end.note")), List.of(close))));
        sheets.add(Sheet.acts(w.h("console.letter.title"), List.of(), List.of(write)));
        return new DeskPage(
                "cases",
                matter.renewal().map(desk::money).orElseGet(() -> desk.known("case.", one.kind())),
                Optional.empty(),
                Optional.empty(),
                sheets);
    }

    /** As on the renewal's own page, which takes them and says what came of them. */
    private List<Act> acts(About about) {
        var path = about.one()
                .renewal()
                .map(id -> "/console/renewals/" + about.one().account() + "/" + id)
                .orElseThrow();
        return about.possible().stream()
                .sorted()
                .map(action -> desk.act(path, action))
                .toList();
    }
}
