package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.yaml.CatalogReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a file is named with its line, and nothing of the file is used. */
class YamlErrorsTest {

    private static final String OFFERINGS = """
            format: offerings/1
            carrier: {id: sandbox-mobile, name: Sandbox Mobile, fictional: true}
            offerings:
            - id: sandbox-monthly
              name: Sandbox Month
              kind: monthly
              term: P30D
              price: 12.00 USD
              allowances: {data_gb: 5}
              terms: {version: "1", text: terms.x}
              fulfilment: {road: plan, connector: dtone, operator: Sandbox Mobile, country: USA}
              source: ours
              source_date: 2026-11-25
              confidence: fictional
            """;

    private static final String LAPSE = """
            format: lapse-rules/1
            rules:
            - carrier: att-prepaid
              basis: balance
              validity:
                by_amount:
                - {from: 10.00 USD, to: 24.99 USD, days: 30}
                - {from: 25.00 USD, days: 90}
              at_expiry: balance_forfeited
              loss: {from: balance_expiry, days: {low: 60, high: 90}}
              early_renewal: unknown
              zone: unknown
              source: ours
              confidence: official
            facts: []
            """;

    private static final String TAXES = """
            format: taxes/1
            label: tax.sample
            carrier_fees: []
            places:
            - state: NY
              zips: [100-104, 116]
              from: 2026-01-01
              levies:
              - {code: ny-sales-tax, name: tax.sales, percent: 8.875}
            """;

    @TempDir
    Path folder;

    @Test
    void the_files_before_the_mistakes_are_good() throws IOException {
        assertThat(problems(OFFERINGS)).isEmpty();
        assertThat(problems(LAPSE)).isEmpty();
        assertThat(problems(TAXES)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            format: offerings/1         | format: offerings/2          | 1  | unknown format 'offerings/2'
            id: sandbox-monthly         | id: Sandbox Monthly          | 4  | bad value for 'id': not an offering id
            name: Sandbox Month         | name:                        | 5  | a value is expected for 'name'
            name: Sandbox Month         | nam: Sandbox Month           | 5  | unknown key 'nam'
            kind: monthly               | kind: weekly                 | 6  | bad value for 'kind': 'weekly' is none of
            kind: monthly               | kind: top_up_by_amount       | 7  | write 'term: by_amount'
            term: P30D                  | term: 30                     | 7  | bad value for 'term'
            term: P30D                  | term: P-30D                  | 7  | longer than nothing is expected
            term: P30D                  | term: by_amount              | 8  | has no price
            term: P30D                  | term: P1M                    | 11 | the term must be in days
            price: 12.00 USD            | price: 12.00                 | 8  | an amount with its currency is expected
            price: 12.00 USD            | price: 12.005 USD            | 8  | finer than the smallest unit of USD
            price: 12.00 USD            | price: 1e3 USD               | 8  | an amount with its currency is expected
            price: 12.00 USD            | price: -1.00 USD             | 8  | an amount with its currency is expected
            price: 12.00 USD            | price: 12.00 XXQ             | 8  | bad value for 'price'
            price: 12.00 USD            | price: [12.00 USD]           | 8  | a value is expected for 'price'
            data_gb: 5}                 | data_gb: 5, data_gb: 6}      | 9  | duplicate key 'data_gb'
            data_gb: 5}                 | data_gb: much}               | 9  | not a plain decimal number
            data_gb: 5}                 | data_gb: unlimited}          | 11 | data_gb must be a number for the whole term
            data_gb: 5}                 | data: 5}                     | 9  | unknown key 'data'
            version: "1", text: terms.x | version: "1"                 | 10 | 'text' is missing
            road: plan                  | road: pigeon                 | 11 | 'pigeon' is none of plan
            country: USA                | country: us                  | 11 | a country has three letters
            source_date: 2026-11-25     | source_date: 2026-11-31      | 13 | not a date, a month or a year
            confidence: fictional       | confidence: sure             | 14 | 'sure' is none of
            confidence: fictional       | confidence: *known           | 14 | not YAML
            source: ours                | source: []                   | 4  | a source is needed
            """)
    void a_mistake_in_offerings_is_named_with_its_line(String good, String bad, int line, String why)
            throws IOException {
        assertMistake(OFFERINGS, good, bad, line, why);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            from: 25.00 USD             | from: 25.01 USD              | 8  | one cent above the end of the one before
            from: 25.00 USD             | from: 24.00 USD              | 8  | one cent above the end of the one before
            days: 90}                   | days: 29}                    | 8  | a larger amount must not last less long
            to: 24.99 USD               | to: 9.99 USD                 | 7  | must end above where it begins
            basis: balance              | basis: credit                | 4  | 'credit' is none of [plan, balance]
            balance_forfeited           | explodes                     | 9  | 'explodes' is none of balance_forfeited
            from: balance_expiry        | from: []                     | 10 | an event to count from is needed
            from: balance_expiry        | from: moon                   | 10 | 'moon' is none of
            high: 90                    | high: 60                     | 10 | high must be above low
            low: 60                     | low: -1                      | 10 | not a whole number
            early_renewal: unknown      | early_renewal: perhaps       | 11 | 'perhaps' is none of
            zone: unknown               | zone: America/Gotham         | 12 | bad value for 'zone'
            zone: unknown               | zones: unknown               | 12 | unknown key 'zones'
            """)
    void a_mistake_in_lapse_rules_is_named_with_its_line(String good, String bad, int line, String why)
            throws IOException {
        assertMistake(LAPSE, good, bad, line, why);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            state: NY                   | state: New York              | 5  | not a state
            100-104                     | 104-100                      | 6  | not a range of ZIP codes
            100-104                     | 1000000                      | 6  | not a range of ZIP codes
            from: 2026-01-01            | from: 2026-02-30             | 7  | bad value for 'from'
            percent: 8.875              | percent: 108.875             | 9  | more than 100 percent
            percent: 8.875              | percent: 8,875               | 9  | unknown key '875'
            percent: 8.875              | percent: 1, amount: 1.00 USD | 9  | either a percent or an amount
            , percent: 8.875            | ``                           | 9  | either a percent or an amount
            code: ny-sales-tax          | code: NY tax                 | 9  | small letters, digits and dashes
            """)
    void a_mistake_in_taxes_is_named_with_its_line(String good, String bad, int line, String why) throws IOException {
        assertMistake(TAXES, good, bad, line, why);
    }

    @Test
    void a_duplicate_id_names_both_lines() throws IOException {
        var twice = OFFERINGS + OFFERINGS.substring(OFFERINGS.indexOf("- id"));
        assertThat(problems(twice))
                .singleElement()
                .asString()
                .matches(".*:15: duplicate id 'sandbox-monthly', first at .*:4");
    }

    @Test
    void a_duplicate_id_in_another_file_names_both_files() throws IOException {
        var one = write("one.yaml", OFFERINGS);
        var two = write("two.yaml", OFFERINGS.replace("id: sandbox-mobile", "id: other-mobile"));
        assertThat(Samples.problems(CatalogReader.offeringsFiles(List.of(one, two))))
                .containsExactly(two + ":4: duplicate id 'sandbox-monthly', first at " + one + ":4");
    }

    @Test
    void a_carrier_has_one_file() throws IOException {
        var one = write("one.yaml", OFFERINGS);
        var two = write("two.yaml", OFFERINGS.replace("id: sandbox-monthly", "id: another"));
        assertThat(Samples.problems(CatalogReader.offeringsFiles(List.of(one, two))))
                .containsExactly(two + ": carrier 'sandbox-mobile' already stands in " + one);
    }

    @Test
    void a_duplicate_rule_names_both_lines() throws IOException {
        var rule = LAPSE.substring(LAPSE.indexOf("- carrier"), LAPSE.indexOf("facts"));
        assertThat(problems(LAPSE.replace("facts", rule + "facts")))
                .singleElement()
                .asString()
                .endsWith(":15: duplicate rule att-prepaid/balance, first at line 3");
    }

    @Test
    void zip_codes_listed_twice_are_refused() throws IOException {
        var place = TAXES.substring(TAXES.indexOf("- state")).replace("[100-104, 116]", "[10301]");
        assertThat(problems(TAXES + place)).singleElement().asString().contains(":11: some of these ZIP codes of NY");
    }

    @Test
    void all_mistakes_are_named_at_once() throws IOException {
        var second = OFFERINGS.substring(OFFERINGS.indexOf("- id")).replace("sandbox-monthly", "second");
        var bad = (OFFERINGS + second).replace("12.00 USD", "12.00 EURO");
        assertThat(problems(bad))
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.toString()).contains("price"));
    }

    @Test
    void what_is_no_yaml_no_text_or_not_there_is_said_as_such() throws IOException {
        assertThat(problems("a: [")).singleElement().asString().contains(":1: not YAML");
        assertThat(problems("")).singleElement().asString().endsWith("the file is empty");
        assertThat(problems("just words")).singleElement().asString().contains("keys with values are expected");
        var latin = folder.resolve("latin.yaml");
        Files.write(latin, "name: M\u00fcnchen".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(CatalogReader.problemsOf(latin)).singleElement().asString().contains("not UTF-8");
        assertThat(CatalogReader.problemsOf(folder.resolve("none.yaml")))
                .singleElement()
                .asString()
                .endsWith("there is no such file");
    }

    private void assertMistake(String file, String good, String bad, int line, String why) throws IOException {
        assertThat(file).contains(good);
        assertThat(problems(file.replace(good, bad)))
                .first()
                .asString()
                .contains("file.yaml:" + line + ": ")
                .contains(why);
    }

    private List<CatalogProblem> problems(String text) throws IOException {
        return CatalogReader.problemsOf(write("file.yaml", text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
