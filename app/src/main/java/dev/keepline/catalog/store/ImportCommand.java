package dev.keepline.catalog.store;

import dev.keepline.catalog.CatalogCommand;
import dev.keepline.catalog.CatalogFolder;
import dev.keepline.catalog.Loaded;
import dev.keepline.settings.Command;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code ./keepline catalog import FILE…}. What is imported counts from the application's next start on. */
@Component
class ImportCommand implements Command {

    private final CatalogImport imports;
    private final CatalogFolder folder;
    private final PrintStream out;
    private final PrintStream err;

    @Autowired
    ImportCommand(CatalogImport imports, CatalogFolder folder) {
        this(imports, folder, System.out, System.err);
    }

    ImportCommand(CatalogImport imports, CatalogFolder folder, PrintStream out, PrintStream err) {
        this.imports = imports;
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public int run(List<String> arguments) {
        boolean isImport = arguments.size() > 1 && arguments.getFirst().equals("import");
        if (!isImport) {
            return CatalogCommand.run(arguments, folder, out, err);
        }
        return switch (imports.files(arguments.stream().skip(1).map(Path::of).toList())) {
            case Loaded.Good<ImportReport>(var report) -> reported(report);
            case Loaded.Bad<ImportReport>(var problems) -> {
                problems.forEach(err::println);
                err.println("nothing was imported");
                yield 1;
            }
        };
    }

    private int reported(ImportReport report) {
        report.changed().forEach(id -> out.println("changed    " + id));
        report.withdrawn().forEach(id -> out.println("withdrawn  " + id));
        out.println(report.changed().size() + " changed, " + report.withdrawn().size() + " withdrawn, "
                + report.unchanged() + " as before; a running application takes it up at its next start");
        return 0;
    }
}
