package dev.keepline.renewal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.OfferingVersion;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.QuoteId;
import dev.keepline.ledger.Price;
import dev.keepline.renewal.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A quote keeps which wording of the offering was shown; quotes of before that are read all the same. */
class StoredQuoteTest {

    private static final String DIGEST = "0123456789abcdef";

    private final RenewalJson json = new RenewalJson();

    @Test
    void a_quote_keeps_the_version_of_what_was_shown() {
        var quote = quote(Optional.of(new OfferingVersion(DIGEST)));

        assertThat(json.read(Quote.class, json.write(quote))).isEqualTo(quote);
    }

    @Test
    void a_quote_of_before_versions_were_kept_has_none() {
        var old = json.write(quote(Optional.empty())).replace("\"version\":null,", "");

        assertThat(old).doesNotContain("\"version\"");
        assertThat(json.read(Quote.class, old)).isEqualTo(quote(Optional.empty()));
    }

    private static Quote quote(Optional<OfferingVersion> version) {
        var product = new Product("p-1", Money.usd(1_100), new Effect.Credit(Money.usd(1_500)), ProofLevel.AGGREGATOR);
        return new Quote(
                new QuoteId(new UUID(0, 4)),
                new Quote.Subject(new AccountId(new UUID(0, 1)), new LineId(new UUID(0, 2)), 1),
                new Quote.Goods("monthly", version, "dtone", product),
                new Price(Money.usd(1_500), List.of()),
                new Quote.Promise(Optional.empty(), Optional.empty(), false, "2026-11-25"),
                Instant.parse("2026-11-25T10:15:00Z"));
    }
}
