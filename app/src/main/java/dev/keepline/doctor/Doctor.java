package dev.keepline.doctor;

import dev.keepline.database.StartupProblem;
import dev.keepline.settings.Check;
import dev.keepline.settings.Command;
import dev.keepline.settings.Finding;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./keepline doctor [--json]}: runs every check, also after one that found something wrong. Exit code 0 when all is
 * well, 1 when something is wrong, 2 when it is asked what it does not know.
 */
public final class Doctor implements Command {

    /** Its name among the commands: this one does not migrate the schema. */
    public static final String NAME = "doctor";

    /** The word that has it answer in JSON. */
    public static final String JSON = "json";

    private final List<Check> checks;
    private final PrintStream out;

    Doctor(List<Check> checks, PrintStream out) {
        this.checks = List.copyOf(checks);
        this.out = out;
    }

    /** Reports what kept the checks from being made at all; the exit code. */
    public static int cannotBegin(StartupProblem problem, boolean json, PrintStream out) {
        var wrong = new Finding.Wrong(String.valueOf(problem.getMessage()), problem.advice());
        return report(List.of(new Seen("start", wrong)), json, out);
    }

    private record Seen(String name, Finding finding) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of(JSON))) {
            out.println("./keepline doctor --help lists what it takes.");
            return 2;
        }
        return report(looked(), arguments.contains(JSON), out);
    }

    /** All at once: where several do not answer, one waits for the slowest and not for their sum. */
    private List<Seen> looked() {
        List<Future<Seen>> looking;
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            looking = checks.stream()
                    .map(check -> each.submit(() -> new Seen(check.name(), look(check))))
                    .toList();
        }
        return looking.stream().map(Future::resultNow).toList();
    }

    private static int report(List<Seen> all, boolean json, PrintStream out) {
        long wrong = all.stream()
                .filter(seen -> seen.finding() instanceof Finding.Wrong)
                .count();
        if (json) {
            out.println(JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "well",
                            wrong == 0,
                            "checks",
                            all.stream().map(Doctor::json).toList())));
        } else {
            all.forEach(seen -> print(seen, out));
            out.println(wrong == 0 ? "All is well." : wrong + " of " + all.size() + " are wrong.");
        }
        return wrong == 0 ? 0 : 1;
    }

    private static void print(Seen seen, PrintStream out) {
        switch (seen.finding()) {
            case Finding.Fine(var what) -> out.println("fine   " + seen.name() + ": " + what);
            case Finding.Wrong(var what, var mend) -> {
                out.println("WRONG  " + seen.name() + ": " + what);
                out.println("       " + mend);
            }
        }
    }

    private static Map<String, Object> json(Seen seen) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", seen.name());
        switch (seen.finding()) {
            case Finding.Fine(var what) -> {
                facts.put("fine", true);
                facts.put("what", what);
            }
            case Finding.Wrong(var what, var mend) -> {
                facts.put("fine", false);
                facts.put("what", what);
                facts.put("mend", mend);
            }
        }
        return facts;
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
