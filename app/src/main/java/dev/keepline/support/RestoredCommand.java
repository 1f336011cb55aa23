package dev.keepline.support;

import dev.keepline.ledger.Journal;
import dev.keepline.settings.Command;
import dev.keepline.support.Finding.Verdict;
import dev.keepline.support.Restorations.Restoration;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./keepline restored}: after a restore, asks gateways and carriers what happened that the books have forgotten,
 * opens a case that lists it, and only then lets the application start. It sends no command to anybody.
 */
final class RestoredCommand implements Command {

    /** Others may date what they did a little earlier than the last commit we have. */
    private static final Duration MARGIN = Duration.ofDays(2);

    /** Far enough back for every hold that may still be open when the restore forgot little. */
    private static final Duration AT_LEAST = Duration.ofDays(14);

    private static final Duration EVER = Duration.ofDays(36_500);

    private static final int IN_A_CASE = 100;
    private final Reconciliation reconciliation;
    private final Restorations restorations;
    private final Cases cases;
    private final InstantSource clock;
    private final PrintStream out;

    RestoredCommand(
            Reconciliation reconciliation,
            Restorations restorations,
            Cases cases,
            InstantSource clock,
            PrintStream out) {
        this.reconciliation = reconciliation;
        this.restorations = restorations;
        this.cases = cases;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public String name() {
        return "restored";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            var next = restorations.next();
            if (next.isEmpty()) {
                out.println("Nothing to do: no restore of this database is open.");
                return 0;
            }
            return settle(next.get());
        }
        return arguments.size() == 2 && arguments.getFirst().equals("mark") ? mark(arguments.getLast()) : usage();
    }

    private int mark(String time) {
        try {
            var last = OffsetDateTime.parse(time).toInstant();
            restorations.mark(last, clock.instant());
            out.println("Noted. The application starts again after ./keepline restored.");
            return 0;
        } catch (DateTimeException _) {
            out.println("not a time: " + time + "; write it with its zone, as 2026-11-29T09:30:00Z");
            return 2;
        }
    }

    private int settle(Restoration restoration) {
        var window = window(restoration);
        var silent = reconciliation.silent(window);
        if (!silent.isEmpty()) {
            out.println("the books speak of " + String.join(" and ", silent)
                    + ", whose keys are not set: set them, then" + " run this again");
            return 1;
        }
        if (reconciliation.asked().isEmpty() && !reconciliation.named(EVER).isEmpty()) {
            out.println("no gateway and no carrier is set: nobody can be asked. Set their keys, then run this again");
            return 1;
        }
        return settle(restoration, reconciliation.verify(window));
    }

    private int settle(Restoration restoration, Reconciliation.Report report) {
        report.impossible().forEach(out::println);
        report.findings().forEach(out::println);
        if (!report.impossible().isEmpty()) {
            out.println("THE LEDGER IS NOT RIGHT inside: restore another backup");
            return 1;
        }
        if (report.findings().stream().anyMatch(finding -> finding.verdict() == Verdict.NOT_COMPARED)) {
            out.println("not everybody could be asked: the application stays shut. Run this again");
            return 1;
        }
        var lost = report.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.DIFFERENCE)
                .toList();
        if (!lost.isEmpty()
                && !cases.open(
                        Journal.OPERATOR, Optional.empty(), "RESTORED", facts(restoration, lost), clock.instant())) {
            out.println("the case of an earlier restore is still open; the table restoration_loss has these too");
        }
        restorations.settle(restoration, lost, clock.instant());
        out.println(
                lost.isEmpty()
                        ? "Gateways and carriers have nothing that these books do not. The application may start."
                        : lost.size()
                                + " matters are in no books: a case lists them (/console). The application may start.");
        return 0;
    }

    private Duration window(Restoration restoration) {
        var since =
                Duration.between(restoration.lastCommitAt(), clock.instant()).plus(MARGIN);
        return since.compareTo(AT_LEAST) > 0 ? since : AT_LEAST;
    }

    private static String facts(Restoration restoration, List<Finding> lost) {
        var text = new StringBuilder("The books were restored to ")
                .append(restoration.lastCommitAt())
                .append("; others have on record what came after:");
        lost.stream()
                .limit(IN_A_CASE)
                .forEach(finding -> text.append('\n')
                        .append(finding.where())
                        .append(' ')
                        .append(finding.about())
                        .append(": ")
                        .append(finding.text()));
        if (lost.size() > IN_A_CASE) {
            text.append("\nand ").append(lost.size() - IN_A_CASE).append(" more in the table restoration_loss");
        }
        return text.toString();
    }

    private int usage() {
        out.println("./keepline restored --help lists what it takes.");
        return 2;
    }
}
