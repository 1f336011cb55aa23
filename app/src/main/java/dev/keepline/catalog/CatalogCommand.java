package dev.keepline.catalog;

import dev.keepline.catalog.yaml.CatalogReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./keepline catalog check [FILE…]}: reads the files, or without any the whole folder, and says what is wrong
 * with which line. Needs no database. Exit codes: 0 all is well, 1 something is wrong, 2 the command is not clear. ({@code
 * catalog import} needs the database and is a command of the application.)
 */
public final class CatalogCommand {

    static final String USAGE = "keepline: ./keepline catalog --help lists what it takes";

    private CatalogCommand() {}

    /** The process. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), CatalogFolder.located(), System.out, System.err));
    }

    /** The command without its process. */
    public static int run(List<String> words, CatalogFolder folder, PrintStream out, PrintStream err) {
        if (words.isEmpty()
                || !words.getFirst().equals("check")
                || words.stream().anyMatch(w -> w.startsWith("-"))) {
            err.println(USAGE);
            return 2;
        }
        var files = words.subList(1, words.size()).stream().map(Path::of).toList();
        return files.isEmpty() ? check(folder, out, err) : check(files, out, err);
    }

    private static int check(CatalogFolder folder, PrintStream out, PrintStream err) {
        return switch (folder.load()) {
            case Loaded.Good<CatalogContents>(var contents) -> {
                out.println(
                        folder.path() + ": " + contents.catalogue().offerings().size() + " offerings of "
                                + contents.catalogue().carriers().size() + " carriers, "
                                + contents.lapseRules().all().size() + " lapse rules, "
                                + contents.taxes().places().size() + " places with taxes: all is well");
                yield 0;
            }
            case Loaded.Bad<CatalogContents>(var problems) -> told(problems, err);
        };
    }

    private static int check(List<Path> files, PrintStream out, PrintStream err) {
        var problems = files.stream()
                .flatMap(file -> CatalogReader.problemsOf(file).stream())
                .toList();
        if (!problems.isEmpty()) {
            return told(problems, err);
        }
        files.forEach(file -> out.println(file + ": all is well"));
        return 0;
    }

    private static int told(List<CatalogProblem> problems, PrintStream err) {
        problems.forEach(err::println);
        return 1;
    }
}
