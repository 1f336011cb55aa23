package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.renewal.Phase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Somebody looks where the money went: chart, filters, receipt and file, all as the journal has it. */
class BillsBrowserTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    static final String[] EVERYBODY = Somebody.EVERYBODY;
    private static final String PAYER = "bills@keepline.example";

    private static AccountId account;
    private static Line idle;
    private static RenewalId renewal;

    @BeforeAll
    static void renewOnce() {
        var world = shared.world();
        account = world.account(PAYER);
        idle = world.esim(account, World.iccid(61, "0878"));
        var deal = new Deal(world);
        renewal = deal.paid(deal.quote(account, world.esim(account, World.iccid(62, "0878")), "sandbox-monthly"));
        world.until(account, renewal, Phase.RENEWED);
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void from_the_chart_to_the_receipt(String kind) {
        try (var payer = new Somebody(shared, kind).signedIn(PAYER)) {
            payer.press(".nav a[href='/bills']");
            payer.at("/bills");
            var charged = charged().decimal().toPlainString();
            assertThat(payer.find("h1")).containsText(charged);

            payer.press("details summary");
            assertThat(payer.find("details tfoot")).containsText(charged);
            assertThat(payer.find("details tbody tr"))
                    .hasCount(payer.find("svg.chart text:not(.v)").count());

            payer.find("select[name=line]").selectOption(idle.id().toString());
            payer.press("form.filters button");
            payer.reads("bills.nothing");
            payer.open("/bills");
            payer.find("select[name=kind]").selectOption("charged");
            payer.press("form.filters button");
            assertThat(payer.find("section:last-of-type table.tbl tbody tr")).hasCount(1);

            var receipt = payer.file("a[href$='/receipt.pdf']", "application/pdf");
            assertThat(new String(receipt, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
            var rows = new String(payer.file("a[href*='/bills.csv']", "text/csv"), StandardCharsets.UTF_8);
            assertThat(rows.lines()).hasSize(2);
            assertThat(rows).contains(charged, renewal.toString());

            payer.press("section:last-of-type table.tbl a[href*='/renewals/']");
            payer.at("/renewals/" + renewal);
        }
    }

    private static Money charged() {
        return Money.usd(shared.world()
                .postgres()
                .owner()
                .sql("""
                        select sum(amount_minor)::bigint from transfer
                         where account_id = ? and debit like 'gateway.clearing:%'""")
                .param(account.value())
                .query((row, n) -> row.getLong(1))
                .single());
    }
}
