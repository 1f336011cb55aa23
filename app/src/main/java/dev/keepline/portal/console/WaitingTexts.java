package dev.keepline.portal.console;

import dev.keepline.kernel.AccountId;
import dev.keepline.portal.console.DeskPage.Act;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.support.Matter;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.Interventions.Action;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Steps;
import dev.keepline.renewal.WaitingRenewal;
import dev.keepline.support.StaffAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts words to renewals that wait, and to what can be done about one. */
public final class WaitingTexts {

    private final DeskTexts desk;

    public WaitingTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** All that wait. */
    public DeskPage list(List<WaitingRenewal> waiting) {
        var w = desk.w();
        var table = new Table(
                List.of(
                        w.t("console.stage"),
                        w.t("console.since"),
                        w.t("console.next"),
                        w.t("console.hold"),
                        w.t("console.road")),
                waiting.stream().map(this::row).toList());
        return new DeskPage(
                "renewals",
                w.h(waiting.isEmpty() ? "console.renewals.none" : "console.renewals.some", "n", waiting.size()),
                Optional.of(w.h("console.renewals.intro")),
                Optional.empty(),
                List.of(Sheet.table(w.h("console.renewals"), table, w.h("console.renewals.none"))));
    }

    private List<Cell> row(WaitingRenewal one) {
        var w = desk.w();
        var subject = one.subject();
        var next = one.setAsideAt().isPresent() ? w.h("console.setaside") : desk.moment(one.nextAt());
        return List.of(
                Cell.link(
                                w.h("activity." + one.phase()),
                                "/console/renewals/" + subject.account() + "/" + subject.renewal())
                        .with(w.money(subject.total()).plain()),
                Cell.of(w.ago(one.since(), desk.now())),
                Cell.of(next),
                Cell.of(desk.moment(subject.holdUntil())),
                Cell.of(subject.connector()));
    }

    /**
     * One renewal.
     *
     * @param matter the same with its line
     * @param notice what came of the last click
     */
    public DeskPage one(AccountId account, Matter matter, Set<Action> possible, Done done, Optional<Shown> notice) {
        var w = desk.w();
        var support = new SupportTexts(w, desk.now(), desk.reader());
        var view = matter.named().orElseThrow();
        var path = "/console/renewals/" + account + "/" + view.id();
        var facts = new ArrayList<>(support.attached(new dev.keepline.support.Conversation.About(
                Optional.empty(), Optional.empty(), SupportTexts.facts(matter))));
        view.standing()
                .held()
                .ifPresent(held -> facts.add(desk.fact("console.hold", desk.moment(held.captureBefore()))));
        facts.add(desk.fact("console.customer", w.h("console.open").linked(DeskTexts.customer(account))));
        return new DeskPage(
                "renewals",
                support.money(matter),
                Optional.of(w.h("activity." + view.phase())),
                notice,
                List.of(
                        Sheet.acts(w.h("console.can"), notes(possible), acts(path, possible)),
                        Sheet.facts(w.h("support.attached"), facts),
                        Sheet.table(w.h("console.course"), course(view), w.h("console.course.none")),
                        Sheet.table(w.h("console.actions"), desk.actions(done.acts()), w.h("console.actions.none")),
                        Sheet.table(w.h("console.steps"), steps(done.steps()), w.h("console.course.none"))));
    }

    /** What people of the operator did about it, and what the engine did. */
    public record Done(List<StaffAction> acts, List<Steps.Step> steps) {}

    private Table steps(List<Steps.Step> steps) {
        var w = desk.w();
        return new Table(
                List.of(w.t("console.step"), w.t("console.at"), w.t("console.trace")),
                steps.stream()
                        .map(step -> List.of(
                                Cell.of(
                                                step.command()
                                                        ? w.h("console.command", "name", step.name())
                                                        : Shown.text(step.name()))
                                        .with(step.detail()),
                                Cell.of(desk.moment(step.at())),
                                Cell.of(step.trace().map(Object::toString).orElse("—"))))
                        .toList());
    }

    private List<Shown> notes(Set<Action> possible) {
        if (possible.isEmpty()) {
            return List.of(desk.w().h("console.can.nothing"));
        }
        return possible.contains(Action.STOP) || possible.contains(Action.DELIVERED)
                ? List.of()
                : List.of(desk.w().h("console.can.doubt"));
    }

    private List<Act> acts(String path, Set<Action> possible) {
        return possible.stream()
                .sorted(Comparator.naturalOrder())
                .map(action -> action == Action.ASK_NOW
                        ? desk.click(path, "act." + action, Map.of("act", action.name()))
                        : desk.act(path, "act." + action, "act.why." + action, Map.of("act", action.name())))
                .toList();
    }

    private Table course(RenewalView view) {
        var w = desk.w();
        return new Table(
                List.of(w.t("console.stage"), w.t("console.at")),
                view.reached().entrySet().stream()
                        .sorted(Map.Entry.<Phase, java.time.Instant>comparingByValue())
                        .map(e -> List.of(Cell.of(w.h("activity." + e.getKey())), Cell.of(desk.moment(e.getValue()))))
                        .toList());
    }
}
