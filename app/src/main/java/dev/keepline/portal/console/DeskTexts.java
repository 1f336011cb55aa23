package dev.keepline.portal.console;

import dev.keepline.kernel.AccountId;
import dev.keepline.ledger.Journal;
import dev.keepline.portal.console.DeskPage.Act;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Interventions.Action;
import dev.keepline.renewal.RenewalView;
import dev.keepline.support.StaffAction;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What several pages of the operator say in the same way. */
public record DeskTexts(Words w, Instant now, ZoneId reader, Function<AccountId, String> names) {

    /** The same without anybody's name. */
    public DeskTexts(Words w, Instant now, ZoneId reader) {
        this(w, now, reader, AccountId::toString);
    }

    private static final int SHOWN = 8;

    /** Where the money of a renewal stands, for the people who work here. */
    public Shown money(RenewalView view) {
        return w.h(
                "console.money." + view.money(now),
                "money",
                view.bought().price().total());
    }

    /** A name and what stands behind it. */
    public Fact fact(String key, Shown value) {
        return new Fact(w.t(key), value, false);
    }

    /** A reference, to be copied letter by letter. */
    public Fact code(String key, String value) {
        return new Fact(w.t(key), Shown.text(value), true);
    }

    /** A moment, in the zone of whoever looks. */
    public Shown moment(Instant at) {
        var local = at.atZone(reader);
        var zone = zone(local);
        boolean today = local.toLocalDate().equals(now.atZone(reader).toLocalDate());
        return today
                ? w.h("console.today", "time", w.time(at, reader), "zone", zone)
                : w.h("console.moment", "moment", w.moment(at, now, reader), "zone", zone);
    }

    /** As short as it is unmistakable: EST, but GMT+8, since CST is Chicago's as well as Shanghai's. */
    private static String zone(ZonedDateTime at) {
        var id = at.getZone().getId();
        boolean named = id.startsWith("America/")
                || id.equals("Pacific/Honolulu")
                || at.getOffset().equals(ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern(named ? "z" : "O", Locale.US)
                .format(at)
                .replace("Z", "UTC");
    }

    /** The same, or that there is none. */
    public Shown moment(Optional<Instant> at) {
        return at.map(this::moment).orElseGet(() -> Shown.text("—"));
    }

    /** A form that needs a reason. */
    public Act act(String action, String button, String label, Map<String, String> hidden) {
        return new Act(action, w.h(button), Optional.of(w.t(label)), Draft.empty(UUID.randomUUID()), hidden);
    }

    /** What can be done about a renewal, on whatever page it is offered. */
    Act act(String path, Action action) {
        var hidden = Map.of("act", action.name());
        if (action == Action.ASK_NOW) {
            return click(path, "act." + action, hidden);
        }
        var act = act(path, "act." + action, "act.why." + action, hidden);
        return action == Action.RETURNED ? act.with(new DeskPage.Reference(w.t("act.reference.RETURNED"), "")) : act;
    }

    /** A form that is one button. */
    Act click(String action, String button, Map<String, String> hidden) {
        return new Act(action, w.h(button), Optional.empty(), Draft.empty(UUID.randomUUID()), hidden);
    }

    /** Which rule a reason breaks; empty where it is one. */
    public Optional<Shown> problem(Written written) {
        return switch (written) {
            case Written.Fine _ -> Optional.empty();
            case Written.Empty _ -> Optional.of(w.h("console.reason.empty"));
            case Written.TooLong(int n) ->
                Optional.of(w.h("console.reason.long", "n", n, "most", WrittenRules.LONGEST));
            case Written.CardNumber _ -> Optional.of(w.h("console.reason.card"));
        };
    }

    /** The field again as it was sent, with why nothing was done. A card's number comes back covered. */
    public Draft again(Written written, String typed) {
        var kept = written instanceof Written.CardNumber(var masked) ? masked : typed;
        return new Draft(UUID.randomUUID(), kept, problem(written));
    }

    /** The same where a reference was asked for, which is empty where it is none. */
    public Draft again(Written written, String typed, Optional<String> reference) {
        var draft = again(written, typed);
        return reference.isPresent()
                ? draft
                : new Draft(draft.key(), draft.text(), Optional.of(w.h("console.reference.wrong")));
    }

    /** A word that may stand in the language file, else the code itself. */
    public Shown known(String prefix, String code) {
        return w.has(prefix + code) ? w.h(prefix + code) : Shown.text(code);
    }

    /** Where a customer's page is. */
    static String customer(AccountId account) {
        return "/console/customers/" + account;
    }

    /** What people of the operator did. */
    public Table actions(List<StaffAction> actions) {
        return new Table(
                List.of(
                        w.t("console.at"),
                        w.t("console.staff"),
                        w.t("console.action"),
                        w.t("console.outcome"),
                        w.t("console.reason")),
                StaffAction.acts(actions).stream()
                        .map(a -> List.of(
                                Cell.of(moment(a.at())),
                                Cell.of(who(a.staff())),
                                what(a),
                                Cell.of(known("outcome.", a.outcome())),
                                Cell.of(a.reason())))
                        .toList());
    }

    /** At the terminal nobody signs in: such an act is kept as the operator's own. */
    private String who(AccountId staff) {
        return staff.equals(Journal.OPERATOR) ? w.t("console.terminal") : names.apply(staff);
    }

    private static Optional<String> path(StaffAction a) {
        return switch (a.action().replaceFirst("\\..*", "")) {
            case "renewal" -> Optional.of("/console/renewals/" + a.account() + "/" + a.reference());
            case "customer" -> Optional.of(customer(a.account()));
            case "case" -> Optional.of("/console/cases/" + a.account() + "/" + a.reference());
            case "question" -> Optional.of("/console/questions/" + a.account() + "/" + a.reference());
            case "import", "invite" -> Optional.of("/console/imports/" + a.reference());
            default -> Optional.empty();
        };
    }

    /** What was done, leading to what it was done to. */
    private Cell what(StaffAction a) {
        var text = known("action.", a.action());
        boolean id = a.reference().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        var path = path(a);
        var cell = id && path.isPresent() ? Cell.link(text, path.get()) : Cell.of(text);
        return cell.with(id ? a.reference().substring(0, SHOWN) : a.reference());
    }

    /** What people of the operator did, on a page of its own. */
    public DeskPage actionsPage(List<StaffAction> newest) {
        return new DeskPage(
                "actions",
                w.h("console.actions"),
                Optional.of(w.h("console.actions.intro")),
                Optional.empty(),
                List.of(DeskPage.Sheet.table(w.h("console.actions"), actions(newest), w.h("console.actions.none"))));
    }
}
