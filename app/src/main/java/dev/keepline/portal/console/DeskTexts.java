package dev.keepline.portal.console;

import dev.keepline.kernel.AccountId;
import dev.keepline.portal.console.DeskPage.Act;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.StaffAction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What several pages of the operator say in the same way. */
public record DeskTexts(Words w, Instant now, ZoneId reader) {

    /** A name and what stands behind it. */
    Fact fact(String key, Shown value) {
        return new Fact(w.t(key), value, false);
    }

    /** A reference, to be copied letter by letter. */
    Fact code(String key, String value) {
        return new Fact(w.t(key), Shown.text(value), true);
    }

    Shown moment(Instant at) {
        return w.moment(at, now, reader);
    }

    /** The same, or that there is none. */
    Shown moment(Optional<Instant> at) {
        return at.map(this::moment).orElseGet(() -> Shown.text("—"));
    }

    /** A form that needs a reason. */
    Act act(String action, String button, String label, Map<String, String> hidden) {
        return new Act(action, w.h(button), Optional.of(w.t(label)), Draft.empty(UUID.randomUUID()), hidden);
    }

    /** A form that is one button. */
    Act click(String action, String button, Map<String, String> hidden) {
        return new Act(action, w.h(button), Optional.empty(), Draft.empty(UUID.randomUUID()), hidden);
    }

    /** A word that may stand in the language file, else the code itself. */
    Shown known(String prefix, String code) {
        return w.has(prefix + code) ? w.h(prefix + code) : Shown.text(code);
    }

    /** Where a customer's page is. */
    static String customer(AccountId account) {
        return "/console/customers/" + account;
    }

    /** What people of the operator did. */
    Table actions(List<StaffAction> actions) {
        return new Table(
                List.of(
                        w.t("console.action"),
                        w.t("console.at"),
                        w.t("console.reason"),
                        w.t("console.outcome"),
                        w.t("console.staff")),
                actions.stream()
                        .map(a -> List.of(
                                Cell.of(known("action.", a.action())).with(a.reference()),
                                Cell.of(moment(a.at())),
                                Cell.of(a.reason()),
                                Cell.of(known("outcome.", a.outcome())),
                                Cell.of(a.staff().toString())))
                        .toList());
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
