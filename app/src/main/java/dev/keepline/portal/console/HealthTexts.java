package dev.keepline.portal.console;

import dev.keepline.guard.Pulse;
import dev.keepline.guard.Standing;
import dev.keepline.jobs.DueJobs;
import dev.keepline.jobs.Quarantine;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.Journal;
import dev.keepline.notifications.Undelivered;
import dev.keepline.observe.Health;
import dev.keepline.observe.Sample;
import dev.keepline.observe.Samples;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Sheet;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Veil;
import dev.keepline.renewal.RenewalFigures;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts words to how this process, counterparts and our own work are doing: the same samples as the metrics show. */
public final class HealthTexts {

    private final DeskTexts desk;

    /** Stages of an order of which it is not known what became. */
    private static final Set<String> IN_DOUBT = Set.of("Ordering", "Asking");

    public HealthTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** What the page is made from. */
    public record Watched(
            List<Health.State> parts,
            List<Pulse> pulses,
            Samples samples,
            List<Quarantine.Item> setAside,
            FloatTexts.Watch floats,
            Optional<URI> sandbox) {

        boolean well() {
            return parts.stream().allMatch(Health.State::well)
                    && setAside.isEmpty()
                    && pulses.stream().allMatch(p -> p.standing().state() == Standing.State.UP)
                    && samples.all().noneMatch(Sample::failing)
                    && samples.books().latest().stream().allMatch(pass -> pass.differences() == 0)
                    && samples.floats().values().stream()
                            .flatMap(said -> said.latest().stream())
                            .noneMatch(floats::isLow)
                    && samples.renewals().latest().stream().allMatch(figures -> figures.holdsNearEnd() == 0);
        }
    }

    /** Letters that wait, and those that were given up lately. */
    public record Mail(Undelivered.Counts counts, List<Undelivered.Letter> givenUp) {}

    /** How all of it does. */
    public DeskPage page(Watched watched, Mail mail) {
        var w = desk.w();
        var sheets = new ArrayList<>(List.of(
                parts(watched.parts()),
                waiting(watched.samples()),
                counterparts(watched.pulses()),
                floats(watched),
                aside(watched.setAside()),
                letters(mail)));
        watched.sandbox()
                .ifPresent(url -> sheets.add(Sheet.notes(
                        w.h("frame.sandbox"), List.of(w.h("console.sandbox").linked(url.toString())))));
        return new DeskPage(
                "health",
                w.h(watched.well() ? "console.health.well" : "console.health.ill"),
                Optional.of(w.h("console.health.intro")),
                Optional.empty(),
                sheets);
    }

    private Sheet parts(List<Health.State> parts) {
        var w = desk.w();
        var table = new Table(
                List.of(w.t("console.part"), w.t("console.state"), w.t("console.detail")),
                parts.stream()
                        .map(state -> List.of(
                                Cell.of(w.h("part." + state.part())),
                                Cell.of(w.h(state.well() ? "part.well" : "part.ill")),
                                Cell.of(detail(state))))
                        .toList());
        return Sheet.table(w.h("console.process"), table, w.h("console.course.none"));
    }

    private Shown detail(Health.State state) {
        return switch (state.part()) {
            case DATABASE ->
                state.ago()
                        .map(ago -> desk.w().h("part.answered", "ago", ago(ago)))
                        .orElseGet(() -> desk.w().h("part.unanswered"));
            case MIGRATED, WORKERS, STARTED, NOT_ENDING -> Shown.text(state.detail());
        };
    }

    private Sheet waiting(Samples samples) {
        var w = desk.w();
        var renewals = samples.renewals();
        var work = samples.work();
        var rows = List.of(
                row(
                        "underway",
                        renewals,
                        f -> number(f.counts().stream()
                                .mapToLong(RenewalFigures.Count::renewals)
                                .sum()),
                        f -> Optional.empty()),
                row(
                        "unknown",
                        renewals,
                        f -> number(f.counts().stream()
                                .filter(count -> IN_DOUBT.contains(count.stage()))
                                .mapToLong(RenewalFigures.Count::renewals)
                                .sum()),
                        RenewalFigures.Figures::oldestUnknown),
                row("holds", renewals, f -> number(f.holdsNearEnd()), f -> Optional.empty()),
                row(
                        "jobs",
                        work,
                        at -> number(at.backlogs().stream()
                                .mapToLong(DueJobs.Backlog::unclaimed)
                                .sum()),
                        at -> oldest(at.backlogs())),
                row("letters", samples.letters(), at -> number(at.letters()), at -> some(at.oldest())),
                row("webhooks", samples.webhooks(), at -> number(at.events()), at -> some(at.oldest())),
                row(
                        "books",
                        samples.books(),
                        pass -> w.h("console.books.of", "n", pass.differences(), "m", pass.accounts()),
                        pass -> Optional.empty()));
        var heads = List.of(w.t("console.what"), w.t("console.number"), w.t("console.oldest"), w.t("console.counted"));
        return Sheet.table(w.h("console.waits"), new Table(heads, rows), w.h("console.course.none"));
    }

    private <T> List<Cell> row(
            String name,
            Sample<T> sample,
            java.util.function.Function<T, Shown> number,
            java.util.function.Function<T, Optional<Duration>> oldest) {
        var w = desk.w();
        return List.of(
                Cell.of(w.h("waits." + name)),
                Cell.of(sample.latest().map(number).orElseGet(() -> w.h("console.uncounted"))),
                Cell.of(sample.latest().flatMap(oldest).map(this::ago).orElseGet(() -> Shown.text("—"))),
                counted(sample));
    }

    /** How old it is: since the start where it was never counted. */
    private Cell counted(Sample<?> sample) {
        var cell = Cell.of(ago(sample.age()));
        return sample.failing() ? cell.with(desk.w().t("console.counting.fails")) : cell;
    }

    private Shown number(long number) {
        return Shown.text(desk.w().number(number));
    }

    private Shown ago(Duration age) {
        return desk.w().ago(desk.now().minus(age), desk.now());
    }

    private static Optional<Duration> oldest(List<DueJobs.Backlog> backlogs) {
        return backlogs.stream()
                .map(DueJobs.Backlog::oldest)
                .max(Comparator.naturalOrder())
                .flatMap(HealthTexts::some);
    }

    private static Optional<Duration> some(Duration age) {
        return age.isZero() ? Optional.empty() : Optional.of(age);
    }

    private Sheet counterparts(List<Pulse> pulses) {
        var w = desk.w();
        var table = new Table(
                List.of(
                        w.t("console.counterpart"),
                        w.t("console.state"),
                        w.t("console.lastanswer"),
                        w.t("console.errors")),
                pulses.stream().map(this::pulse).toList());
        return Sheet.table(w.h("console.counterparts"), table, w.h("console.counterparts.none"));
    }

    private Sheet floats(Watched watched) {
        var samples = watched.samples();
        return new FloatTexts(desk, watched.floats())
                .sheet(samples.floats().entrySet().stream()
                        .map(each -> floated(each.getKey(), each.getValue(), samples))
                        .toList());
    }

    /** Our books say nothing of a balance before they were walked through with something in them. */
    private FloatTexts.Balance floated(String connector, Sample<Money> said, Samples samples) {
        var booked = said.latest()
                .flatMap(money -> samples.books()
                        .latest()
                        .flatMap(pass -> Optional.ofNullable(
                                pass.floats().getOrDefault(connector, Map.of()).get(money.currency()))));
        var ours = booked.map(money -> Cell.of(desk.w().money(money))
                        .with(ago(samples.books().age()).plain()))
                .orElseGet(() -> Cell.of(desk.w().h("console.uncounted")));
        return new FloatTexts.Balance(connector, said.latest(), ours, Optional.of(counted(said)));
    }

    private Sheet aside(List<Quarantine.Item> items) {
        var w = desk.w();
        var table = new Table(
                List.of(w.t("console.work"), w.t("console.since"), w.t("console.cause")),
                items.stream().map(this::aside).toList());
        return Sheet.table(w.h("console.aside"), table, w.h("console.aside.none"));
    }

    private Sheet letters(Mail mail) {
        var w = desk.w();
        var counts = mail.counts();
        var head = counts.oldestAt()
                .map(oldest -> w.h(
                        "console.mail.waiting",
                        "n",
                        counts.waiting(),
                        "m",
                        counts.givenUp(),
                        "since",
                        desk.moment(oldest)))
                .orElseGet(() -> w.h("console.mail", "m", counts.givenUp()));
        var rows = mail.givenUp().stream()
                .map(letter -> List.of(letter(letter), Cell.of(desk.moment(letter.at())), Cell.of(letter.why())))
                .toList();
        var table = new Table(
                List.of(w.t("console.mail.letter"), w.t("console.mail.givenup"), w.t("console.mail.why")), rows);
        return Sheet.table(head, table, w.h("console.mail.none"));
    }

    /** Of invitations nobody is the customer yet: the lines say whom they went to. */
    private static Cell letter(Undelivered.Letter letter) {
        var path = letter.account().equals(Journal.OPERATOR)
                ? "/console/lines?state=refused"
                : DeskTexts.customer(letter.account());
        return Cell.link(Shown.text(letter.subject()), path).with(Veil.email(letter.recipient()));
    }

    private List<Cell> pulse(Pulse pulse) {
        var w = desk.w();
        var state = w.h(
                "standing." + pulse.standing().state(),
                "n",
                pulse.standing().callAgainIn().plus(Duration.ofMillis(999)).toSeconds());
        var last = pulse.lastAnswerAgo().map(this::ago).orElseGet(() -> w.h("console.lastanswer.none"));
        return List.of(
                Cell.of(pulse.name()),
                Cell.of(state),
                Cell.of(last),
                Cell.of(w.h("console.errors.of", "n", pulse.unanswered(), "m", pulse.calls())));
    }

    private List<Cell> aside(Quarantine.Item item) {
        var job = item.job();
        var name = Shown.text(job.kind());
        var cell = job.kind().equals("renewal")
                ? Cell.link(name, "/console/renewals/" + job.account() + "/" + job.key())
                : Cell.of(name);
        return List.of(
                cell.with(job.key()),
                Cell.of(desk.moment(item.since())),
                Cell.of(Optional.ofNullable(item.cause()).orElse("")));
    }
}
