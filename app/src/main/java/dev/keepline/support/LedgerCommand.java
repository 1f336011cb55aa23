package dev.keepline.support;

import dev.keepline.kernel.Money;
import dev.keepline.settings.Command;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;

/**
 * {@code ./keepline ledger verify [DAYS]}, {@code ledger fund CONNECTOR AMOUNT CURRENCY REFERENCE} and {@code ledger unfund
 * CONNECTOR REFERENCE REASON}. Exit codes of a verification: 0 all is well, 1 a person has to look, 2 not everything could be
 * compared (or the words are not clear), 3 what differs will be asked about again by the product itself.
 */
final class LedgerCommand implements Command {

    private static final int DAYS = 30;
    private final Reconciliation reconciliation;
    private final FloatBooks floats;
    private final PrintStream out;

    LedgerCommand(Reconciliation reconciliation, FloatBooks floats, PrintStream out) {
        this.reconciliation = reconciliation;
        this.floats = floats;
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
        if (words.startsWith("fund ") && arguments.size() == 5) {
            return fund(arguments);
        }
        return words.startsWith("unfund ") && arguments.size() > 3
                ? told(floats.undo(
                        arguments.get(1), arguments.get(2), String.join(" ", arguments.subList(3, arguments.size()))))
                : usage();
    }

    private int verify(int days) {
        var report = reconciliation.verify(Duration.ofDays(days));
        report.impossible().forEach(out::println);
        report.findings().forEach(out::println);
        if (reconciliation.asked().isEmpty()) {
            out.println("No gateway and no carrier is set: nobody was asked for their records");
        }
        out.println("%s: %s derived again, %s inside our books, %s against others' last %s"
                .formatted(
                        verdict(report),
                        counted(report.accounts(), "account"),
                        counted(report.impossible().size(), "difference"),
                        counted(report.findings().size(), "finding"),
                        counted(days, "day")));
        return report.differs() ? 1 : !report.clean() ? 2 : report.mendsItself() ? 3 : 0;
    }

    private static String verdict(Reconciliation.Report report) {
        if (report.clean()) {
            return report.mendsItself()
                    ? "The ledger is behind, and catches up by itself at the times above"
                    : "The ledger is right";
        }
        return report.differs()
                ? "THE LEDGER IS NOT RIGHT"
                : "No difference was found, but not everything could be compared: see above";
    }

    private int verifyOwn() {
        var report = reconciliation.verifyOwn();
        report.impossible().forEach(out::println);
        out.println("%s: %s derived again, %s inside our books"
                .formatted(
                        report.clean() ? "The ledger is right" : "THE LEDGER IS NOT RIGHT",
                        counted(report.accounts(), "account"),
                        counted(report.impossible().size(), "difference")));
        return report.clean() ? 0 : 1;
    }

    private static String counted(long n, String what) {
        return n == 1 ? "1 " + what : n + " " + what + "s";
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
        return told(floats.fund(arguments.get(1), amount, arguments.get(4)));
    }

    private int told(FloatBooks.Result result) {
        return switch (result) {
            case FloatBooks.Result.Done(var text) -> {
                out.println(text);
                yield 0;
            }
            case FloatBooks.Result.Refused(var text) -> {
                out.println(text);
                yield 2;
            }
        };
    }

    private int usage() {
        out.println("./keepline ledger --help lists what it takes.");
        return 2;
    }
}
