package dev.keepline.support;

import dev.keepline.kernel.Money;
import dev.keepline.ledger.Booking;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.Movements;
import dev.keepline.settings.Command;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** {@code ./keepline ledger verify [DAYS]} and {@code ./keepline ledger fund CONNECTOR AMOUNT CURRENCY REFERENCE}. */
final class LedgerCommand implements Command {

    private static final int DAYS = 30;
    private final Reconciliation reconciliation;
    private final Journal journal;
    private final InstantSource clock;
    private final PrintStream out;

    LedgerCommand(Reconciliation reconciliation, Journal journal, InstantSource clock, PrintStream out) {
        this.reconciliation = reconciliation;
        this.journal = journal;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public int run(List<String> arguments) {
        var words = String.join(" ", arguments);
        if (words.equals("verify")) {
            return verify(DAYS);
        }
        if (words.equals("verify own")) {
            return verifyOwn();
        }
        if (words.matches("verify [1-9][0-9]{0,3}")) {
            return verify(Integer.parseInt(arguments.get(1)));
        }
        return words.startsWith("fund ") && arguments.size() == 5 ? fund(arguments) : usage();
    }

    private int verify(int days) {
        var report = reconciliation.verify(Duration.ofDays(days));
        report.impossible().forEach(out::println);
        report.findings().forEach(out::println);
        out.println(
                "%s: %d accounts derived again, %d differences inside our books, %d findings against others' last %d days"
                        .formatted(
                                verdict(report),
                                report.accounts(),
                                report.impossible().size(),
                                report.findings().size(),
                                days));
        return report.clean() ? 0 : report.differs() ? 1 : 2;
    }

    private static String verdict(Reconciliation.Report report) {
        if (report.clean()) {
            return "The ledger is right";
        }
        return report.differs()
                ? "THE LEDGER IS NOT RIGHT"
                : "No difference was found, but not everything could be compared: the gateway or a carrier does not answer";
    }

    private int verifyOwn() {
        var report = reconciliation.verifyOwn();
        report.impossible().forEach(out::println);
        out.println("%s: %d accounts derived again, %d differences inside our books"
                .formatted(
                        report.clean() ? "The ledger is right" : "THE LEDGER IS NOT RIGHT",
                        report.accounts(),
                        report.impossible().size()));
        return report.clean() ? 0 : 1;
    }

    private int fund(List<String> arguments) {
        Money amount;
        try {
            amount = Money.exact(new BigDecimal(arguments.get(2)), Currency.getInstance(arguments.get(3)));
        } catch (ArithmeticException | IllegalArgumentException _) {
            out.println("not an amount of money: " + arguments.get(2) + " " + arguments.get(3));
            return usage();
        }
        if (!amount.isPositive()) {
            out.println("only money paid in is booked so: " + amount);
            return usage();
        }
        var entry = Movements.fundFloat(arguments.get(1), arguments.get(4), amount);
        var booked = journal.book(Journal.OPERATOR, Optional.empty(), List.of(entry), clock.instant());
        out.println(booked == Booking.BOOKED ? "booked " + amount : "was booked before under " + arguments.get(4));
        return 0;
    }

    private int usage() {
        out.println("./keepline ledger --help lists what it takes.");
        return 2;
    }
}
