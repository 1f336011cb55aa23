package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingId;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.lines.Line;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Quotes and payments in a running product, and what both sides have in their books of them. */
record Deal(World world) {

    private static final String GOOD_CARD = "4242424242424242";

    Quote quote(AccountId account, Line line, String offering) {
        return quote(account, line, offering, Optional.empty());
    }

    Quote quote(AccountId account, Line line, String offering, Optional<Money> amount) {
        var result = world.bean(Quotes.class).quote(account, line.id(), new OfferingId(offering), amount);
        assertThat(result).isInstanceOf(QuoteResult.Quoted.class);
        return ((QuoteResult.Quoted) result).quote();
    }

    StartResult pressed(Quote quote) {
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        return world.bean(Renewals.class).start(quote.subject().account(), quote.id(), consent);
    }

    /** Pays by card as soon as the payment page is open. */
    RenewalId paid(Quote quote) {
        return paid(quote, GOOD_CARD);
    }

    RenewalId paid(Quote quote, String card) {
        var renewal = ((StartResult.Underway) pressed(quote)).renewal();
        var page = world.until(quote.subject().account(), renewal, Phase.TO_PAY)
                .standing()
                .pay()
                .orElseThrow();
        var path = page.url().getPath();
        world.sandbox().pay(path.substring(path.lastIndexOf('/') + 1), card);
        return renewal;
    }

    /** The reference of the renewal's order. */
    static String reference(RenewalId renewal) {
        return renewal.toString().replace("-", "") + "-o1";
    }

    /** The gateway's record of the payment. */
    JsonNode payment(RenewalId renewal) {
        return world.sandbox()
                .stripe("/payment_intents?limit=100")
                .path("data")
                .valueStream()
                .filter(intent ->
                        intent.path("metadata").path("renewal_id").asString("").equals(renewal.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** What a counterpart was sent, the oldest first. */
    List<JsonNode> sent(String counterpart, String operation, String about) {
        return world.sandbox()
                .get("/control/log?limit=1000&counterpart=" + counterpart)
                .valueStream()
                .filter(call -> operation.equals("*")
                        || call.path("operation").asString().equals(operation))
                .filter(call ->
                        (call.path("path").asString() + call.path("body").asString()).contains(about))
                .toList();
    }

    /** What the person was told of it. */
    List<String> told(RenewalId renewal) {
        return texts("select kind from message where reference = ?", renewal.toString());
    }

    /** The kinds of the account's open cases. */
    List<String> cases(AccountId account) {
        return texts("select kind from support_case where account_id = ? and closed_at is null", account.value());
    }

    long held(AccountId account) {
        return world.bean(Journal.class)
                .balance(account, LedgerAccount.CUSTOMER_HOLD, Money.USD)
                .minor();
    }

    /** What is promised back to the account and not yet there, in cents. */
    long owed(AccountId account) {
        return world.postgres()
                .owner()
                .sql("""
                        select coalesce(sum(case when credit = 'refunds.pending:stripe' then amount_minor
                                                 when debit = 'refunds.pending:stripe' then -amount_minor end), 0)
                          from transfer where account_id = ?""")
                .param(account.value())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private List<String> texts(String query, Object about) {
        return world.postgres()
                .owner()
                .sql(query)
                .param(about)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
