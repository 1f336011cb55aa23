package dev.keepline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 100,000 rows, checked and imported; run by name, it is no part of the suite. Prints its figures. */
class ImportBench {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final int ROWS = 100_000;

    @Test
    void a_hundred_thousand_rows_are_checked_and_imported_within_a_minute() {
        var imports = LineImportsTest.imports(postgres);
        var file = (Samples.HEADER
                        + IntStream.range(0, ROWS).mapToObj(Samples::row).collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
        var staff = new AccountId(new UUID(7, 7));
        long began = System.nanoTime();
        var id = imports.check("lines.csv", new ByteArrayInputStream(file), staff, Instant.EPOCH);
        long checked = System.nanoTime();
        assertThat(imports.carryOut(id, staff, Instant.EPOCH))
                .isEqualTo(new LineImports.Imported.Done(new ImportView.Counts(ROWS, 0, 0, 0)));
        long imported = System.nanoTime();
        System.out.printf(
                "%d rows, %.1f MB: checked in %.1f s, imported in %.1f s%n",
                ROWS, file.length / 1e6, (checked - began) / 1e9, (imported - checked) / 1e9);
        assertThat(Duration.ofNanos(imported - began)).isLessThan(Duration.ofSeconds(60));
    }
}
