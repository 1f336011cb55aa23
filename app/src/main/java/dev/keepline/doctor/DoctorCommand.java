package dev.keepline.doctor;

import dev.keepline.settings.Check;
import dev.keepline.settings.Command;
import dev.keepline.settings.Finding;
import java.io.PrintStream;
import java.util.List;

/** Runs every check, also after one that found something wrong. */
final class DoctorCommand implements Command {

    private final List<Check> checks;
    private final PrintStream out;

    DoctorCommand(List<Check> checks, PrintStream out) {
        this.checks = List.copyOf(checks);
        this.out = out;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            out.println("./keepline doctor takes --data and --db-url, nothing else");
            return 2;
        }
        long wrong = checks.stream().filter(check -> !isFine(check)).count();
        out.println(wrong == 0 ? "All is well." : wrong + " of " + checks.size() + " are wrong.");
        return wrong == 0 ? 0 : 1;
    }

    private boolean isFine(Check check) {
        return switch (look(check)) {
            case Finding.Fine(var what) -> {
                out.println("fine   " + check.name() + ": " + what);
                yield true;
            }
            case Finding.Wrong(var what, var mend) -> {
                out.println("WRONG  " + check.name() + ": " + what);
                out.println("       " + mend);
                yield false;
            }
        };
    }

    private static Finding look(Check check) {
        try {
            return check.look().get();
        } catch (RuntimeException failure) {
            return new Finding.Wrong(
                    "the check itself failed: " + failure.getMessage(),
                    "logs/keepline.log in the data folder says more.");
        }
    }
}
