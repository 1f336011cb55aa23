package dev.keepline.catalog;

import dev.keepline.catalog.cli.BadArguments;
import dev.keepline.catalog.cli.ClocksDesk;
import dev.keepline.catalog.cli.ClocksJson;
import dev.keepline.catalog.cli.ClocksQuestion;
import dev.keepline.catalog.cli.ClocksText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code ./keepline clocks}: until when service and number last after a payment, and by which rule. A process of its own
 * without Spring and database, so that it answers at once. Exit codes: 0 answered, 1 the catalogue cannot be read, 2
 * the question is not clear.
 */
public final class ClocksCommand {

    private final CatalogFolder folder;
    private final InstantSource time;

    ClocksCommand(CatalogFolder folder, InstantSource time) {
        this.folder = folder;
        this.time = time;
    }

    /** The process. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(
                new ClocksCommand(CatalogFolder.located(), InstantSource.system()).run(List.of(args), out, System.err));
    }

    int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            var question = ClocksQuestion.parse(words);
            return switch (desk()) {
                case Loaded.Good<ClocksDesk>(var desk) -> answer(desk, question, out);
                case Loaded.Bad<ClocksDesk>(var problems) -> {
                    problems.forEach(err::println);
                    yield 1;
                }
            };
        } catch (BadArguments bad) {
            err.println("keepline clocks: " + bad.getMessage());
            err.println("                 ./keepline clocks --help lists the options.");
            return 2;
        }
    }

    private int answer(ClocksDesk desk, ClocksQuestion question, PrintStream out) {
        var answer = desk.answer(question, time.instant());
        out.println(
                question.json() ? ClocksJson.of(answer) : ClocksText.of(answer).stripTrailing());
        return 0;
    }

    private Loaded<ClocksDesk> desk() {
        return folder.offerings()
                .then(catalogue ->
                        folder.lapseRules().then(rules -> new Loaded.Good<>(new ClocksDesk(catalogue, rules))));
    }
}
