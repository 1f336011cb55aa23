package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.Movements;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bills over HTTP, without script: what is seen is what stands in the journal. */
class BillsPagesTest {

    @RegisterExtension
    static final World world = new World();

    private static final Pattern TAKEN = Pattern.compile("−<span class=\"nb\">\\$([0-9.]+)</span>");

    @Test
    void a_renewal_stands_on_the_bill_with_its_receipt_and_sums_to_the_journal() {
        var account = world.account("payer@example.com");
        var line = world.esim(account, new Iccid("8901999900000002878"));
        var idle = world.esim(account, new Iccid("8901999900000002944"));
        var renewal = PaperPagesTest.renewed(world, account, line);
        var payer = visitor("payer@example.com");

        var page = payer.get("/bills").body();
        assertThat(page)
                .contains(
                        "You spent",
                        "Held for a renewal",
                        "/renewals/" + renewal + "/receipt.pdf",
                        "(212) 555-01",
                        "4242")
                .contains("role=\"img\"", "The same as a table", "Sandbox Month 5 GB")
                .doesNotContain("gateway.", "customer.", "clearing");
        assertThat(taken(page)).isEqualTo(captured(account));
        assertThat(page)
                .contains("You spent <span class=\"nb\">$" + captured(account).toPlainString() + "</span>");

        assertThat(payer.get("/bills?kind=held").body())
                .contains("Held for a renewal", "then charged, ")
                .doesNotContain("receipt.pdf", "still held");
        assertThat(payer.get("/bills?kind=back").body()).contains("No movement fits this choice");
        assertThat(payer.get("/bills?line=" + idle.id()).body()).contains("No movement fits this choice");
        assertThat(payer.get("/bills?line=" + line.id() + "&kind=charged&year=&after=")
                        .body())
                .contains("receipt.pdf");

        var file = payer.get("/bills.csv?kind=charged");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "bills.csv"));
        assertThat(file.body().split("\r\n")).hasSize(2);
        assertThat(file.body()).contains(",USD," + captured(account).toPlainString() + ",", renewal.toString());
    }

    @Test
    void many_movements_are_read_page_by_page_and_all_of_them_are_in_the_file() {
        var account = world.account("many@example.com");
        for (int i = 0; i < 60; i++) {
            book(account, "n" + i, Instant.now().minusSeconds(i / 2));
        }
        var many = visitor("many@example.com");
        int rows = 0;
        var path = "/bills";
        var links = Pattern.compile("href=\"(/bills\\?after=[^\"]+)\"");
        for (int pages = 1; pages <= 3; pages++) {
            var page = many.get(path).body();
            rows += page.split("Held for a renewal", -1).length - 1;
            var next = links.matcher(page);
            assertThat(next.find()).as("page %s leads on", pages).isEqualTo(pages < 3);
            path = pages < 3 ? next.group(1).replace("&amp;", "&") : path;
        }
        assertThat(rows).isEqualTo(60);
        assertThat(many.get(path).body()).contains("Newest movements");
        assertThat(many.get("/bills.csv").body().split("\r\n")).hasSize(61);
        assertThat(many.get("/bills?kind=held").body()).contains("still held").doesNotContain("then charged");
        assertThat(many.get("/bills").body()).contains("is held for orders that are not confirmed yet");
    }

    @Test
    void others_lines_and_addresses_that_mean_nothing_are_not_there() {
        var owner = world.account("own@example.com");
        var line = world.esim(owner, new Iccid("8901999900000003017"));
        world.account("peek@example.com");
        var peek = visitor("peek@example.com");
        assertThat(peek.get("/bills").body()).contains("No money has moved yet");
        for (var query : List.of("line=" + line.id(), "line=x", "kind=all", "year=soon", "after=x")) {
            assertThat(peek.get("/bills?" + query).statusCode()).as(query).isEqualTo(404);
            if (!query.startsWith("after")) {
                assertThat(peek.get("/bills.csv?" + query).statusCode())
                        .as(query)
                        .isEqualTo(404);
            }
        }
    }

    private static void book(AccountId account, String reference, Instant at) {
        world.bean(Journal.class)
                .book(account, Optional.empty(), List.of(Movements.authorise("stripe", reference, Money.usd(100))), at);
    }

    private static BigDecimal taken(String page) {
        return TAKEN.matcher(page)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal captured(AccountId account) {
        long minor = world.postgres()
                .owner()
                .sql(
                        "select sum(amount_minor)::bigint from transfer where account_id = ? and debit like 'gateway.clearing:%'")
                .param(account.value())
                .query((row, n) -> row.getLong(1))
                .single();
        return Money.usd(minor).decimal();
    }

    private static Visitor visitor(String email) {
        var origin = world.url("/").toString();
        var visitor = new Visitor(origin.substring(0, origin.length() - 1));
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
