package dev.keepline.portal.imports;

import dev.keepline.imports.Column;
import dev.keepline.imports.ImportView;
import dev.keepline.imports.LineImports;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Uploading a file of lines, and the files there were.
 *
 * @param limits how large a file may be
 */
public record ImportsPage(
        Shown limits, List<Explained> columns, List<Entry> files, Optional<Shown> problem, Invited invited) {

    /**
     * About what was just tried.
     *
     * @param problem with the file
     */
    public record Said(Optional<Shown> problem, Invited invited) {

        /** Nothing was tried. */
        public static final Said NOTHING = new Said(Optional.empty(), Invited.NOBODY);

        /** With the file. */
        public static Said wrong(Shown problem) {
            return new Said(Optional.of(problem), Invited.NOBODY);
        }

        public boolean good() {
            return problem.isEmpty() && invited.problem().isEmpty();
        }
    }

    /**
     * An invitation that was asked for anew.
     *
     * @param typed the address
     * @param sent what came of it
     */
    public record Invited(String typed, Optional<Shown> problem, Optional<Shown> sent) {

        /** Nobody. */
        public static final Invited NOBODY = new Invited("", Optional.empty(), Optional.empty());
    }

    /** A column of the file. */
    public record Explained(String header, boolean required, Shown meaning) {}

    /** A file in the list. */
    public record Entry(String path, String name, Shown when, Shown state) {}

    /** What the page says of these files, newest first. */
    public static ImportsPage of(List<ImportView> files, Said said, Words w, Instant now) {
        return new ImportsPage(
                w.h("import.limits", "mb", LineImports.MOST_BYTES / (1024 * 1024), "n", LineImports.MOST_ROWS),
                Stream.of(Column.values()).map(column -> explained(column, w)).toList(),
                files.stream().map(file -> entry(file, w, now)).toList(),
                said.problem(),
                said.invited());
    }

    private static Explained explained(Column column, Words w) {
        return new Explained(column.header(), column.required(), w.h("import.column." + column.name()));
    }

    private static Entry entry(ImportView file, Words w, Instant now) {
        return new Entry(
                "/console/imports/" + file.id(),
                file.file().name(),
                w.ago(file.uploaded().at(), now),
                state(file, w));
    }

    static Shown state(ImportView file, Words w) {
        if (file.carried().isPresent()) {
            return w.h("import.state.done", "n", file.rows());
        }
        return file.good() ? w.h("import.state.good", "n", file.rows()) : w.h("import.state.bad", "n", file.problems());
    }
}
