package dev.keepline.portal.imports;

import dev.keepline.imports.BroughtLine;
import dev.keepline.imports.BroughtLine.State;
import dev.keepline.imports.BroughtLines;
import dev.keepline.imports.ImportView;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import dev.keepline.portal.console.DeskPage;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.console.DeskTexts;
import dev.keepline.portal.imports.LinesListPage.Choice;
import dev.keepline.portal.imports.LinesListPage.Pager;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts words to the lines that the operator brought along. */
public final class BroughtTexts {

    private final DeskTexts desk;
    private final Known known;

    /**
     * What is known of claimed lines now.
     *
     * @param endsOn the first day without service
     * @param emails by which address an account signs in
     */
    public record Known(Function<BroughtLine, Optional<LocalDate>> endsOn, Function<AccountId, String> emails) {}

    public BroughtTexts(DeskTexts desk, Known known) {
        this.desk = desk;
        this.known = known;
    }

    /** What is asked for. */
    public record Asked(BroughtLines.Filter filter, int page, int perPage) {}

    /** The list. */
    public LinesListPage list(BroughtLines.Page found, Asked asked, List<ImportView> files) {
        var w = desk.w();
        var filter = asked.filter();
        var choices = Stream.concat(
                        Stream.of(new Choice(
                                "", w.t("brought.file.any"), filter.file().isEmpty())),
                        files.stream()
                                .filter(file -> file.carried().isPresent())
                                .map(file -> new Choice(
                                        file.id().toString(),
                                        file.file().name() + " · "
                                                + desk.moment(file.uploaded().at())
                                                        .plain(),
                                        filter.file().filter(file.id()::equals).isPresent())))
                .toList();
        var states = Stream.concat(
                        Stream.of(new Choice(
                                "", w.t("brought.state.any"), filter.state().isEmpty())),
                        Stream.of(State.values())
                                .map(state -> new Choice(
                                        state.name().toLowerCase(Locale.ROOT),
                                        w.t("brought.state." + state),
                                        filter.state().filter(state::equals).isPresent())))
                .toList();
        return new LinesListPage(
                headline(found, filter, files), choices, states, table(found.lines()), pager(found, asked));
    }

    private Shown headline(BroughtLines.Page found, BroughtLines.Filter filter, List<ImportView> files) {
        boolean asked = filter.file().isPresent() || filter.state().isPresent();
        boolean never = files.stream().allMatch(file -> file.carried().isEmpty());
        var none = never && !asked ? "brought.never" : "brought.none";
        return desk.w().h(found.all() == 0 ? none : "brought.some", "n", found.all());
    }

    private Optional<Pager> pager(BroughtLines.Page found, Asked asked) {
        int from = asked.page() * asked.perPage();
        int to = from + found.lines().size();
        if (found.all() <= asked.perPage()) {
            return Optional.empty();
        }
        return Optional.of(new Pager(
                desk.w().h("brought.page", "from", from + 1, "to", to, "n", found.all()),
                asked.page() > 0 ? Optional.of(path(asked, asked.page() - 1)) : Optional.empty(),
                to < found.all() ? Optional.of(path(asked, asked.page() + 1)) : Optional.empty()));
    }

    private static String path(Asked asked, int page) {
        return "/console/lines?file="
                + asked.filter().file().map(Object::toString).orElse("") + "&state="
                + asked.filter()
                        .state()
                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                        .orElse("")
                + "&page=" + page;
    }

    /** Lines in rows: in the list and among what a search found. */
    public Table table(List<BroughtLine> lines) {
        var w = desk.w();
        return new Table(
                List.of(
                        w.t("brought.reference"),
                        w.t("brought.email"),
                        w.t("support.number"),
                        w.t("proof.carrier"),
                        w.t("brought.until"),
                        w.t("console.state")),
                lines.stream().map(this::row).toList());
    }

    private List<Cell> row(BroughtLine line) {
        var named = line.named();
        var number = named.number().map(Msisdn::new).map(Msisdn::national);
        return List.of(
                Cell.link(Shown.text(named.reference()), path(line)),
                Cell.of(named.email()),
                number.map(text -> Cell.of(text).with(named.iccid().orElse("")))
                        .orElseGet(() -> Cell.of(named.iccid().orElse("—"))),
                Cell.of(desk.known("carrier.", line.told().carrier()))
                        .with(line.told().offering().orElse("")),
                until(line),
                state(line));
    }

    /** Where a line's page is. */
    public static String path(BroughtLine line) {
        return "/console/lines/" + line.id();
    }

    private Cell state(BroughtLine line) {
        var text = desk.w().h("brought.state." + line.sent().state());
        return line.claimedBy()
                .map(account -> Cell.link(text, "/console/customers/" + account)
                        .with(holder(line, account).plain()))
                .orElseGet(() -> Cell.of(text));
    }

    /** Whose it is now: the invitation's reader may have put it into an account of another address. */
    private Shown holder(BroughtLine line, AccountId account) {
        var email = known.emails().apply(account);
        if (email.isEmpty()) {
            return desk.w().h("brought.holder.gone");
        }
        return email.equalsIgnoreCase(line.named().email())
                ? Shown.text(desk.names().apply(account))
                : desk.w().h("brought.holder.other", "email", Shown.unbroken(email));
    }

    /** What a file said is no longer true of a line that lives on; until it is claimed nothing else is known. */
    private Cell until(BroughtLine line) {
        var told = line.told().endsOn();
        if (!line.claimed()) {
            return Cell.of(lastDay(told)).with(told.isPresent() ? desk.w().t("brought.until.file") : "");
        }
        var now = known.endsOn().apply(line);
        var differs = told.filter(_ -> !told.equals(now)).map(day -> day.minusDays(1));
        return Cell.of(lastDay(now))
                .with(differs.map(day ->
                                desk.w().t("brought.until.was", "date", desk.w().date(day)))
                        .orElse(""));
    }

    private Shown lastDay(Optional<LocalDate> endsOn) {
        return endsOn.map(day -> desk.w().date(day.minusDays(1))).orElseGet(() -> Shown.text("—"));
    }

    /** One line. */
    public DeskPage page(BroughtLine line, Optional<Shown> notice, Draft withdrawal) {
        var w = desk.w();
        var named = line.named();
        var facts = new ArrayList<Fact>();
        facts.add(desk.fact("brought.email", Shown.text(named.email())));
        named.number()
                .ifPresent(number -> facts.add(desk.fact("support.number", Shown.text(new Msisdn(number).national()))));
        named.iccid().ifPresent(iccid -> facts.add(desk.code("brought.iccid", new Iccid(iccid).digits())));
        facts.add(desk.fact("proof.carrier", desk.known("carrier.", line.told().carrier())));
        line.told().offering().ifPresent(plan -> facts.add(desk.code("brought.plan", plan)));
        if (line.claimed()) {
            facts.add(desk.fact("brought.until", lastDay(known.endsOn().apply(line))));
        }
        facts.add(desk.fact("brought.until.told", lastDay(line.told().endsOn())));
        facts.add(desk.fact(
                "brought.file",
                desk.moment(line.told().at())
                        .linked("/console/imports/" + line.told().file())));
        line.sent().at().ifPresent(at -> facts.add(desk.fact("brought.invited", desk.moment(at))));
        line.sent().refused().ifPresent(why -> facts.add(desk.fact("brought.refusal", Shown.text(why))));
        line.claimedBy()
                .ifPresent(account -> facts.add(
                        desk.fact("console.customer", holder(line, account).linked("/console/customers/" + account))));
        var withdraw = line.claimed()
                ? Sheet.acts(w.h("brought.withdraw.title"), List.of(w.h("brought.withdraw.claimed")), List.of())
                : Sheet.acts(
                        w.h("brought.withdraw.title"),
                        List.of(w.h("brought.withdraw.note")),
                        List.of(new DeskPage.Act(
                                path(line) + "/withdraw",
                                w.h("brought.withdraw"),
                                Optional.of(w.t("brought.withdraw.why")),
                                withdrawal,
                                Map.of())));
        return new DeskPage(
                "lines",
                Shown.text(named.reference()),
                Optional.of(w.h("brought.state." + line.sent().state())),
                notice,
                List.of(Sheet.facts(w.h("brought.line"), facts), withdraw));
    }
}
