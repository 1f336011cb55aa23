package dev.keepline.imports;

import dev.keepline.database.Transactions;
import dev.keepline.imports.store.ImportChecks;
import dev.keepline.imports.store.ImportPlans;
import dev.keepline.imports.store.LineFileRows;
import dev.keepline.imports.store.Staging;
import dev.keepline.kernel.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * The operator's files of lines: each is checked whole before anything of it is imported, and imported whole or not at all.
 * What is imported is what was checked: its rows are kept in between.
 */
@Service
public class LineImports {

    /** Bytes at most of one file. */
    public static final long MOST_BYTES = 32L * 1024 * 1024;

    /** Rows at most of one file. */
    public static final int MOST_ROWS = 200_000;

    /** Problems at most that are kept of one file; the number of all is kept as well. */
    public static final int MOST_PROBLEMS = 50_000;

    /** Changes at most that are shown of what an import would do. */
    public static final int MOST_CHANGES = 200;

    /** Bad rows' names at most that are compared with other rows: a file with more is hopeless anyway. */
    private static final int MOST_KEYS = 100_000;

    private static final Duration KEPT = Duration.ofDays(1);

    private final LineFileRows rows;
    private final Checked checked;
    private final Staging staging;
    private final RowRules rules;
    private final Transactions transactions;

    /** What is read of checked rows. */
    @Component
    record Checked(ImportChecks checks, ImportPlans plans) {}

    LineImports(LineFileRows rows, Checked checked, Staging staging, RowRules rules, Transactions transactions) {
        this.rows = rows;
        this.checked = checked;
        this.staging = staging;
        this.rules = rules;
        this.transactions = transactions;
    }

    /** Checks a file and keeps its rows for a day; no line is made or changed. */
    public ImportId check(String fileName, InputStream bytes, AccountId by, Instant now) {
        var id = new ImportId(UUID.randomUUID());
        return transactions.outsideAccounts(() -> {
            staging.forget(now.minus(KEPT));
            var counted = new Counted(bytes, MOST_BYTES);
            var found = new Found();
            int read = staging.copy(
                    id,
                    sink -> new LineFile(rules, MOST_ROWS).read(counted, new LineFile.Sink() {
                        @Override
                        public void good(ImportedRow row) {
                            sink.accept(row);
                        }

                        @Override
                        public void bad(Problem problem) {
                            found.add(problem);
                        }

                        @Override
                        public void key(int line, Column column, String value) {
                            if (found.keys.size() < MOST_KEYS) {
                                found.keys.add(new ImportChecks.Key(line, column.header(), value));
                            }
                        }
                    }));
            var digest = drained(counted);
            if (counted.tooLarge()) {
                found.add(new Problem(1, "", Problem.Code.TOO_LARGE, String.valueOf(MOST_BYTES)));
            }
            found.addAll(checked.checks().twice(id, found.keys, MOST_PROBLEMS));
            found.addAll(checked.checks().others(id, MOST_PROBLEMS));
            var file = new ImportView.File(fileName, digest, counted.count());
            rows.insert(new ImportView(id, file, read, found.count, new ImportView.By(by, now), Optional.empty()));
            rows.insertProblems(id, found.kept);
            if (found.count > 0) {
                staging.drop(id);
            }
            return id;
        });
    }

    private static String drained(Counted bytes) {
        try {
            return bytes.drain();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Found {
        private final List<Problem> kept = new ArrayList<>();
        private final List<ImportChecks.Key> keys = new ArrayList<>();
        private int count;

        void add(Problem problem) {
            count++;
            if (kept.size() < MOST_PROBLEMS) {
                kept.add(problem);
            }
        }

        void addAll(ImportChecks.Found more) {
            more.some().forEach(this::add);
            count += more.all() - more.some().size();
        }
    }

    /** What came of importing. */
    public sealed interface Imported {

        record Done(ImportView.Counts counts) implements Imported {}

        /** It was imported before; nothing was done again. */
        record Before(ImportView.Carried carried) implements Imported {}

        /** It has problems, or its rows are not kept any more, or other lines have come in between: check it again. */
        record CheckAgain() implements Imported {}
    }

    /**
     * Imports a checked file, whole, in one transaction. A line with a known reference is replaced by what the file says,
     * unless somebody has claimed it: then it is left alone and counted.
     */
    public Imported carryOut(ImportId id, AccountId by, Instant now) {
        return transactions.outsideAccounts(() -> {
            rows.oneAtATime();
            var view = rows.find(id).orElseThrow();
            if (view.carried().isPresent()) {
                return new Imported.Before(view.carried().get());
            }
            if (!view.good()
                    || staging.count(id) != view.rows()
                    || checked.checks().others(id, 1).all() > 0) {
                return new Imported.CheckAgain();
            }
            var counts = rows.carryOut(view, now);
            rows.carried(id, new ImportView.Carried(new ImportView.By(by, now), counts));
            staging.drop(id);
            return new Imported.Done(counts);
        });
    }

    public Optional<ImportView> find(ImportId id) {
        return transactions.outsideAccounts(() -> rows.find(id));
    }

    /** Another upload of the very same bytes that was imported before. */
    public Optional<ImportView> sameBefore(ImportView view) {
        return transactions.outsideAccounts(() -> rows.same(view));
    }

    /** What is wrong with a file, in the order of its lines: at most {@link #MOST_PROBLEMS} are kept. */
    public List<Problem> problems(ImportId id, int most) {
        return transactions.outsideAccounts(() -> rows.problems(id, most));
    }

    /** What importing a checked file would do now; empty where it cannot be imported. */
    public Optional<ImportPlan> plan(ImportView view) {
        if (!view.good() || view.carried().isPresent()) {
            return Optional.empty();
        }
        return transactions.outsideAccounts(() -> staging.count(view.id()) == view.rows()
                ? Optional.of(new ImportPlan(
                        checked.plans().counts(view.id()), checked.plans().changes(view.id(), MOST_CHANGES)))
                : Optional.empty());
    }

    /** The newest uploads first. */
    public List<ImportView> newest(int most) {
        return transactions.outsideAccounts(() -> rows.newest(most));
    }
}
