package dev.keepline.portal.console;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.lines.ClockText;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.RenewalView;
import dev.keepline.support.Conversation;
import dev.keepline.support.StaffAction;
import dev.keepline.support.SupportCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts words to the search for customers and to one customer. */
public final class CustomerTexts {

    private final DeskTexts desk;

    public CustomerTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** Somebody found, by the line that was looked for where it was one. */
    public record Found(CurrentAccount account, String email, Optional<LineCard> line) {}

    /** All there is to see of one customer. */
    public record Customer(
            CurrentAccount account, String email, List<Has> lines, List<Sold> renewals, Written written) {}

    /** A line with the number of its SIM profile. */
    public record Has(LineCard card, Optional<String> profile) {}

    /** A renewal with its line, where that is still there, and what was ordered. */
    public record Sold(RenewalView view, Optional<LineCard> line, RenewalTexts.Ordered ordered) {}

    /** What was said and done. */
    public record Written(List<Conversation> conversations, List<SupportCase> cases, List<StaffAction> actions) {}

    /** Who was found. */
    public Table found(List<Found> hits) {
        var w = desk.w();
        return new Table(
                List.of(w.t("console.customer"), w.t("login.email"), w.t("support.number"), w.t("proof.carrier")),
                hits.stream().map(hit -> row(hit, hits)).toList());
    }

    private List<Cell> row(Found hit, List<Found> hits) {
        var name = hit.account().name();
        return List.of(
                Cell.link(
                        Shown.text(name.isBlank() ? "—" : name),
                        DeskTexts.customer(hit.account().id())),
                Cell.of(hit.email()),
                number(hit, hits),
                Cell.of(hit.line().map(this::carrier).orElse("—")));
    }

    /** A number that two customers have is marked: one of them typed it, or something is wrong. */
    private Cell number(Found hit, List<Found> hits) {
        var cell = Cell.of(hit.line().map(card -> card.who().number()).orElse("—"));
        boolean shared = hit.line().isPresent()
                && hits.stream()
                        .anyMatch(other ->
                                !other.account().id().equals(hit.account().id())
                                        && other.line()
                                                .map(card -> card.who().number())
                                                .equals(hit.line()
                                                        .map(card -> card.who().number())));
        var typed = hit.line()
                .filter(card -> card.who().tracked())
                .map(_ -> desk.w().t("console.search.typed"));
        return shared ? cell.with(typed.orElseGet(() -> desk.w().t("console.search.shared"))) : cell;
    }

    private String carrier(LineCard card) {
        return new LineTexts(desk.w(), desk.now()).carrierName(card.who().carrier());
    }

    /** One customer. */
    public DeskPage page(Customer one) {
        var w = desk.w();
        var account = one.account();
        return new DeskPage(
                "customers",
                Shown.text(account.name().isBlank() ? one.email() : account.name()),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        Sheet.facts(
                                w.h("console.customer"),
                                List.of(
                                        desk.fact("login.email", Shown.text(one.email())),
                                        desk.fact("line.zone", Shown.text(w.zone(account.zone()))),
                                        desk.code(
                                                "console.account", account.id().toString()))),
                        Sheet.table(w.h("nav.lines"), lines(one), w.h("home.none")),
                        Sheet.table(w.h("console.renewals.all"), renewals(one), w.h("line.activity.none")),
                        Sheet.table(
                                w.h("console.questions"),
                                questions(one.written().conversations()),
                                w.h("support.none")),
                        Sheet.table(
                                w.h("console.cases.title"), cases(one.written().cases()), w.h("console.none")),
                        Sheet.table(
                                w.h("console.actions"),
                                desk.actions(one.written().actions()),
                                w.h("console.actions.none"))));
    }

    private Table lines(Customer customer) {
        var w = desk.w();
        var texts = new LineTexts(w, desk.now());
        return new Table(
                List.of(
                        w.t("support.number"),
                        w.t("proof.carrier"),
                        w.t("brought.iccid"),
                        w.t("clock.service"),
                        w.t("clock.number"),
                        w.t("console.state")),
                customer.lines().stream()
                        .map(line -> line(line, customer, texts))
                        .toList());
    }

    /** It leads to what was last ordered for it. */
    private static List<Cell> line(Has has, Customer customer, LineTexts texts) {
        var card = has.card();
        var text = texts.of(card);
        var number = card.underway()
                .map(LineCard.UnderWay::renewal)
                .or(() -> customer.renewals().stream()
                        .map(Sold::view)
                        .filter(view -> view.bought().line().equals(card.who().id()))
                        .map(RenewalView::id)
                        .findFirst())
                .map(id -> Cell.link(
                        text.names().number(),
                        "/console/renewals/" + customer.account().id() + "/" + id))
                .orElseGet(() -> Cell.of(text.names().number()));
        return List.of(
                number.with(text.names().label()),
                Cell.of(text.names().carrier()),
                Cell.of(has.profile().orElse("—")),
                day(text.clocks().service()),
                day(text.clocks().number()),
                Cell.of(text.sentence()));
    }

    /** A date, and who says so. */
    private static Cell day(ClockText clock) {
        return Cell.of(clock.until()).with(clock.source().words().plain());
    }

    private Table renewals(Customer one) {
        var w = desk.w();
        return new Table(
                List.of(
                        w.t("console.stage"),
                        w.t("support.number"),
                        w.t("console.chosen"),
                        w.t("line.when"),
                        w.t("line.amount")),
                one.renewals().stream().map(sold -> row(one, sold)).toList());
    }

    private List<Cell> row(Customer one, Sold sold) {
        var w = desk.w();
        var view = sold.view();
        return List.of(
                Cell.link(
                                w.h(w.key(
                                        "activity." + view.phase(),
                                        view.topUp(),
                                        view.onlyMoney() ? "money" : "topup")),
                                "/console/renewals/" + one.account().id() + "/" + view.id())
                        .with(w.t("activity.money." + view.phase())),
                Cell.of(sold.line()
                        .map(card -> Shown.unbroken(card.who().number()))
                        .orElseGet(() -> Shown.text("—"))),
                Cell.of(sold.ordered().offering().in(w.language().locale())),
                Cell.of(desk.moment(began(view))),
                Cell.of(w.money(view.bought().price().total()))
                        .with(w.t(view.onlyMoney() ? "console.kind.money" : "console.kind")));
    }

    private Optional<Instant> began(RenewalView view) {
        return view.reached().values().stream().min(Instant::compareTo);
    }

    private Table questions(List<Conversation> all) {
        var w = desk.w();
        var texts = new SupportTexts(w, desk.now(), desk.reader());
        return new Table(
                List.of(w.t("support.about"), w.t("support.changed"), w.t("console.state")),
                all.stream()
                        .map(c -> List.of(
                                Cell.link(texts.title(c), "/console/questions/" + c.account() + "/" + c.id()),
                                Cell.of(desk.moment(c.changedAt())),
                                Cell.of(w.h("console.turn." + c.state()))))
                        .toList());
    }

    private Table cases(List<SupportCase> open) {
        var w = desk.w();
        return new Table(
                List.of(w.t("console.kind"), w.t("console.since"), w.t("console.facts")),
                open.stream()
                        .map(c -> List.of(
                                Cell.link(
                                        desk.known("case.", c.kind()), "/console/cases/" + c.account() + "/" + c.id()),
                                Cell.of(desk.moment(c.openedAt())),
                                Cell.of(new CaseFacts(desk).sentence(c.facts()))))
                        .toList());
    }
}
