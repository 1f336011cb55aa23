package dev.keepline.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.catalog.CatalogFolder;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.Samples;
import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Import into a real database: whole or nothing, and no version is ever lost. */
class CatalogImportTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final OfferingId MONTHLY = new OfferingId("sandbox-monthly");

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final OfferingRows rows = new OfferingRows(postgres.jdbc());
    private final CatalogImport imports =
            new CatalogImport(rows, new ImportRows(postgres.jdbc()), postgres.transactions(), () -> now);

    @TempDir
    Path temporary;

    private CatalogFolder folder = Samples.FOLDER;

    @BeforeEach
    void an_empty_database_and_a_copy_of_the_folder() throws IOException {
        postgres.owner()
                .sql("truncate carrier, offering, offering_version, catalog_import")
                .update();
        folder = new CatalogFolder(temporary);
        Files.createDirectories(temporary.resolve("offerings"));
        try (var files = Files.list(Samples.FOLDER.path().resolve("offerings"))) {
            for (var file : files.toList()) {
                Files.copy(file, temporary.resolve("offerings").resolve(file.getFileName()));
            }
        }
    }

    @Test
    void what_the_database_holds_equals_what_the_files_say() {
        start();
        assertThat(imports.current().offerings())
                .containsExactlyElementsOf(Samples.catalogue().offerings());
        assertThat(imports.current().carriers())
                .containsExactlyElementsOf(Samples.catalogue().carriers());
    }

    @Test
    void importing_twice_changes_nothing() {
        start();
        long versions = count("offering_version");
        var again = Samples.good(imports.files(List.of(sandbox())));
        assertThat(again).isEqualTo(new ImportReport(List.of(), List.of(), 4));
        assertThat(count("offering_version")).isEqualTo(versions);
    }

    @Test
    void a_changed_price_is_a_new_version_and_the_old_one_stays() throws IOException {
        start();
        var before = monthly();
        edit("12.00 USD", "12.50 USD");
        var report = Samples.good(imports.files(List.of(sandbox())));
        assertThat(report.changed()).containsExactly(MONTHLY);
        assertThat(monthly().price()).hasValue(Money.usd(12_50));
        assertThat(rows.version(MONTHLY, before.version())).hasValue(before);
        edit("12.50 USD", "12.00 USD");
        Samples.good(imports.files(List.of(sandbox())));
        assertThat(monthly().version()).isEqualTo(before.version());
    }

    @Test
    void what_a_file_no_longer_lists_is_withdrawn_and_its_versions_stay() throws IOException {
        start();
        var before = monthly();
        var text = Files.readString(sandbox());
        Files.writeString(
                sandbox(),
                text.substring(0, text.indexOf("- id")) + text.substring(text.indexOf("- id: sandbox-quarterly")));
        var report = Samples.good(imports.files(List.of(sandbox())));
        assertThat(report.withdrawn()).containsExactly(MONTHLY);
        assertThat(imports.current().offering(MONTHLY)).isEmpty();
        assertThat(rows.version(MONTHLY, before.version())).hasValue(before);
        Files.writeString(sandbox(), text);
        assertThat(Samples.good(imports.files(List.of(sandbox()))).changed()).containsExactly(MONTHLY);
        assertThat(monthly()).isEqualTo(before);
    }

    @Test
    void one_bad_file_among_several_imports_nothing() throws IOException {
        edit("12.00 USD", "12.005 USD");
        var fi = temporary.resolve("offerings").resolve("google-fi.yaml");
        var result = imports.files(List.of(fi, sandbox()));
        assertThat(Samples.problems(result)).singleElement().asString().contains("sandbox-mobile.yaml:11: ");
        assertThat(count("carrier")).isZero();
        assertThat(count("offering_version")).isZero();
    }

    @Test
    void an_id_never_changes_hands() throws IOException {
        start();
        edit("id: sandbox-mobile,", "id: thief-mobile,");
        var result = imports.files(List.of(sandbox()));
        assertThat(Samples.problems(result))
                .hasSize(4)
                .first()
                .asString()
                .contains("belongs to carrier 'sandbox-mobile'");
        assertThat(imports.current().carriers()).hasSize(4);
    }

    @Test
    void what_a_command_imported_stays_at_the_next_start_until_the_file_itself_is_edited() throws IOException {
        start();
        var elsewhere = temporary.resolve("elsewhere.yaml");
        Files.writeString(elsewhere, Files.readString(sandbox()).replace("12.00 USD", "14.00 USD"));
        now = now.plusSeconds(1);
        Samples.good(imports.files(List.of(elsewhere)));
        now = now.plusSeconds(1);
        start();
        assertThat(monthly().price()).hasValue(Money.usd(14_00));
        edit("12.00 USD", "13.00 USD");
        now = now.plusSeconds(1);
        start();
        assertThat(monthly().price()).hasValue(Money.usd(13_00));
    }

    @Test
    void the_application_can_neither_change_nor_remove_a_version() {
        start();
        assertThatThrownBy(() -> postgres.jdbc()
                        .sql("update offering_version set content = ''")
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        postgres.jdbc().sql("delete from offering_version").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void the_command_says_what_changed_or_that_nothing_was_imported() throws IOException {
        start();
        edit("12.00 USD", "12.50 USD");
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var command = new ImportCommand(imports, folder, print(out), print(err));
        assertThat(command.run(List.of("import", sandbox().toString()))).isZero();
        assertThat(text(out)).contains("changed    sandbox-monthly").contains("1 changed, 0 withdrawn, 3 as before");
        edit("12.50 USD", "a lot");
        assertThat(command.run(List.of("import", sandbox().toString()))).isEqualTo(1);
        assertThat(text(err)).contains("sandbox-mobile.yaml:11: ").contains("nothing was imported");
        assertThat(command.run(List.of("import"))).isEqualTo(2);
        assertThat(text(err)).contains("catalog --help");
    }

    private void start() {
        Samples.good(imports.folder(folder));
    }

    private Path sandbox() {
        return temporary.resolve("offerings").resolve("sandbox-mobile.yaml");
    }

    private void edit(String from, String to) throws IOException {
        var text = Files.readString(sandbox());
        assertThat(text).contains(from);
        Files.writeString(sandbox(), text.replace(from, to));
    }

    private Offering monthly() {
        Catalogue current = imports.current();
        return current.offering(MONTHLY).orElseThrow();
    }

    private static long count(String table) {
        return postgres.owner()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
