package dev.keepline.portal.console;

import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.Refusal;
import dev.keepline.portal.console.DeskPage.Act;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.Interventions.Action;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Steps;
import dev.keepline.support.StaffAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts words to one renewal, as the operator sees it. */
public final class RenewalTexts {

    /** So long before the click was booked its answer may have come: the click waits for it. */
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(6);

    private static final Set<Phase> TAKEN_BACK =
            EnumSet.of(Phase.REFUNDING, Phase.REFUNDED, Phase.REFUND_FAILED, Phase.RETURNED);

    private final DeskTexts desk;
    private final AnswerTexts answers;

    public RenewalTexts(DeskTexts desk) {
        this.desk = desk;
        this.answers = new AnswerTexts(desk);
    }

    /**
     * Everything known of it.
     *
     * @param line as it stands now, with the record that was read of it last
     */
    public record Known(
            Whose whose,
            RenewalView view,
            Dossier dossier,
            Ordered ordered,
            Optional<LineCard> line,
            Optional<Snapshot> read) {}

    /**
     * What was ordered, whatever plan the line is on by now.
     *
     * @param version of the offering, as it was quoted
     */
    public record Ordered(OfferingName offering, Optional<String> version) {}

    /** Whose it is. */
    public record Whose(dev.keepline.kernel.AccountId account, String name) {}

    /**
     * What was done and can be done.
     *
     * @param mine what this person of staff has just done to it
     * @param tried the form that was sent and did nothing
     */
    public record Doing(
            Set<Action> possible,
            List<StaffAction> done,
            List<Steps.Step> steps,
            Optional<StaffAction> mine,
            Map<Action, Tried> tried) {}

    /** A form that was sent and did nothing, with what was typed. */
    public record Tried(Draft draft, String reference) {}

    /** The page. */
    public DeskPage page(Known known, Doing doing) {
        var w = desk.w();
        var view = known.view();
        var path = "/console/renewals/" + known.whose().account() + "/" + view.id();
        var records = known.dossier().records();
        var sheets = new ArrayList<Sheet>();
        sheets.add(Sheet.acts(w.h("console.can"), notes(known, doing.possible()), acts(path, doing)));
        sheets.add(Sheet.facts(w.h("console.facts.about"), about(known)));
        sheets.add(Sheet.facts(w.h("console.refs"), references(desk, known.dossier())));
        sheets.add(record(records, known));
        sheets.add(Sheet.table(w.h("console.answers"), answers.table(known.dossier()), w.h("console.answers.none")));
        sheets.add(Sheet.table(w.h("console.sent"), answers.sent(known.dossier()), w.h("console.sent.none")));
        sheets.add(Sheet.table(w.h("console.course"), course(view), w.h("console.course.none")));
        sheets.add(Sheet.table(w.h("console.actions"), desk.actions(doing.done()), w.h("console.actions.none")));
        sheets.add(Sheet.table(w.h("console.steps"), answers.steps(doing.steps()), w.h("console.course.none")));
        return new DeskPage(
                "renewals",
                desk.money(view),
                Optional.of(w.join(standing(known))),
                doing.mine().map(action -> came(action, known)),
                sheets);
    }

    /**
     * The readings that were kept with this renewal. Until it is over the newest of the line says how far it has come; after
     * that it may be of another renewal.
     */
    private Sheet record(Dossier.Records records, Known known) {
        var w = desk.w();
        boolean over = known.view().phase().over();
        var newest = known.read()
                .filter(_ -> !over)
                .filter(read -> records.before()
                        .filter(before -> read.readAt().isAfter(before.readAt()))
                        .isPresent());
        var after = records.after().or(() -> newest);
        var notes = new ArrayList<Shown>();
        records.finding().map(finding -> new CaseFacts(desk).sentence(finding)).ifPresent(notes::add);
        if (records.before().isEmpty() && after.isEmpty()) {
            notes.add(w.h(over ? "record.kept.none" : "record.kept.notyet"));
            return Sheet.notes(w.h("record.title"), notes);
        }
        var table = new SnapshotTexts(desk).table(records.before(), after);
        return new Sheet(w.h("record.title"), notes, List.of(), Optional.of(table), DeskPage.Talk.NONE);
    }

    /** Where it stands, why it ended, and when it goes on. */
    private List<Shown> standing(Known known) {
        var w = desk.w();
        var view = known.view();
        var said = new ArrayList<Shown>();
        said.add(w.h("console.stands", "stage", w.h(w.key("activity." + view.phase(), view.onlyMoney(), "money"))));
        if (TAKEN_BACK.contains(view.phase())) {
            said.add(w.h(
                    "console.money." + view.money(desk.now()),
                    "money",
                    view.bought().price().total()));
        }
        view.standing().endReason().ifPresent(reason -> said.add(w.h("console.end." + reason)));
        said.addAll(refused(known));
        said.addAll(answers.next(known.dossier().course(), view.phase().over()));
        return said;
    }

    /** What they meant who said no, and their own code; of renewals that ended before that was kept, the code alone. */
    private List<Shown> refused(Known known) {
        var w = desk.w();
        var refusal = known.view().standing().end().flatMap(RenewalView.End::refusal);
        var code = refusal.map(Refusal::code).or(known.dossier()::orderRefusal);
        var said = new ArrayList<Shown>();
        refusal.ifPresent(no -> said.add(w.h("console.refusal." + no.why())));
        code.ifPresent(its -> said.add(w.h("console.refusedwith", "code", Shown.unbroken(its))));
        return said;
    }

    /** What came of the last click, from the record: nothing in the address says so. */
    private Shown came(StaffAction action, Known known) {
        var w = desk.w();
        if (!action.action().equals("renewal." + Action.ASK_NOW)
                || !action.outcome().equals("DONE")) {
            return w.h("outcome." + action.outcome());
        }
        var said = new ArrayList<Shown>();
        said.add(known.dossier()
                .last()
                .filter(answer -> !answer.at().isBefore(action.at().minus(ASKED_WITHIN)))
                .map(answer -> answers.sentence(answer, known.dossier().course()))
                .orElseGet(() -> w.h("console.asked.none")));
        said.addAll(answers.next(known.dossier().course(), known.view().phase().over()));
        return w.join(said);
    }

    private List<Fact> about(Known known) {
        var w = desk.w();
        var facts = new ArrayList<Fact>();
        facts.add(desk.fact(
                "console.customer",
                Shown.text(known.whose().name())
                        .linked(DeskTexts.customer(known.whose().account()))));
        known.line().ifPresent(card -> {
            facts.add(desk.fact("support.number", Shown.unbroken(card.who().number())));
            facts.add(desk.fact(
                    "proof.carrier", desk.known("carrier.", card.who().carrier().code())));
        });
        facts.add(ordered(known.ordered()));
        facts.add(
                switch (known.dossier().names().line()) {
                    case LineAddress.ByIccid(var iccid) -> desk.code("brought.iccid", iccid.digits());
                    case LineAddress.ByMsisdn(var number) -> desk.code("console.ordered.number", number.e164());
                });
        boolean money = known.view().onlyMoney();
        facts.add(desk.fact("console.bought", w.h(money ? "console.kind.money" : "console.kind")));
        facts.add(desk.fact("line.amount", w.money(known.view().bought().price().total())));
        known.view().standing().held().ifPresent(held -> {
            facts.add(desk.fact("console.hold", desk.moment(held.captureBefore())));
            facts.add(desk.fact("console.card", Shown.text(held.method())));
        });
        return facts;
    }

    /** What was ordered, and in which words of the catalogue. */
    Fact ordered(Ordered ordered) {
        var w = desk.w();
        var name = Shown.text(ordered.offering().in(w.language().locale()));
        return desk.fact(
                "console.chosen",
                ordered.version()
                        .map(version -> w.h("console.chosen.version", "name", name, "version", Shown.unbroken(version)))
                        .orElse(name));
    }

    /** By which names it is known here, at the gateway and at the connector, and which line was ordered for. */
    static List<Fact> references(DeskTexts desk, Dossier dossier) {
        var names = dossier.names();
        var facts = new ArrayList<Fact>();
        facts.add(desk.code("console.ref.ours", names.order()));
        names.vendorOrder().ifPresent(ref -> facts.add(desk.code("console.ref.order", ref)));
        names.session().ifPresent(ref -> facts.add(desk.code("console.ref.session", ref)));
        names.payment().ifPresent(ref -> facts.add(desk.code("console.ref.payment", ref)));
        return facts;
    }

    private List<Shown> notes(Known known, Set<Action> possible) {
        var w = desk.w();
        if (possible.isEmpty()) {
            return List.of(w.h("console.can.nothing"));
        }
        if (known.view().phase() == Phase.RENEWED) {
            return List.of(w.h(known.view().onlyMoney() ? "console.can.watched.money" : "console.can.watched"));
        }
        if (known.view().phase() == Phase.NOT_PLACED && possible.contains(Action.STOP)) {
            return List.of(w.h("console.can.notplaced"));
        }
        if (possible.contains(Action.REFUND_AGAIN)) {
            return List.of(w.h("console.can.refund"));
        }
        return possible.contains(Action.STOP) || possible.contains(Action.DELIVERED)
                ? List.of()
                : List.of(w.h("console.can.doubt"));
    }

    private List<Act> acts(String path, Doing doing) {
        return doing.possible().stream()
                .sorted(Comparator.naturalOrder())
                .map(action -> act(path, action, doing.tried()))
                .toList();
    }

    private Act act(String path, Action action, Map<Action, Tried> tried) {
        var fresh = desk.act(path, action);
        var again = tried.get(action);
        if (again == null) {
            return fresh;
        }
        var line = fresh.reference().map(known -> new DeskPage.Reference(known.label(), again.reference()));
        return new Act(fresh.action(), fresh.button(), fresh.label(), again.draft(), fresh.hidden(), line);
    }

    /** What was taken back has several stages of one name: where its money is tells them apart. */
    private Cell reached(Phase phase, boolean onlyMoney) {
        var w = desk.w();
        var cell = Cell.of(w.h(w.key("activity." + phase, onlyMoney, "money")));
        return TAKEN_BACK.contains(phase) ? cell.with(w.t("activity.money." + phase)) : cell;
    }

    private Table course(RenewalView view) {
        var w = desk.w();
        boolean byWord = view.standing().shown().map(RenewalView.Shown::byWord).orElse(false);
        return new Table(
                List.of(w.t("console.stage"), w.t("console.at")),
                view.reached().entrySet().stream()
                        .sorted(Map.Entry.<Phase, java.time.Instant>comparingByValue())
                        .map(e -> List.of(
                                byWord && e.getKey() == Phase.CONFIRMED
                                        ? Cell.of(w.h("console.course.byword"))
                                        : reached(e.getKey(), view.onlyMoney()),
                                Cell.of(desk.moment(e.getValue()))))
                        .toList());
    }
}
