package dev.keepline.portal.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is the subscriber's to take along, and what the operator's own. */
class OwnRulesTest {

    @Test
    void money_that_went_back_stays_and_the_operators_side_of_it_is_not_named() {
        var own = OwnRules.of(Map.of(
                "journal_entry",
                List.of(row("{'entry_id':'a'}"), row("{'entry_id':'b'}")),
                "transfer",
                List.of(
                        row("{'entry_id':'a','debit':'refunds.pending:stripe','credit':'equity.own','amount_minor':7}"),
                        row("{'entry_id':'b','debit':'carrier.float:dtone','credit':'carrier.cost:dtone'}"))));
        assertThat(own.get("journal_entry")).containsExactly(row("{'entry_id':'a'}"));
        assertThat(own.get("transfer"))
                .containsExactly(
                        row("{'entry_id':'a','debit':'refunds.pending:stripe','credit':'OPERATOR','amount_minor':7}"));
    }

    @Test
    void why_money_went_back_otherwise_and_what_a_carrier_told_staff_is_staffs() {
        var own = OwnRules.of(Map.of(
                "renewal",
                List.of(row("{'stage':{'otherwise':{'reference':'W-1','reason':'Jane said'},'reason':'CARRIER_REFUSED',"
                        + "'evidence':{'word':'so','order':{'wholesale':{'minor':1},'state':'COMPLETED'}}}}"))));
        assertThat(own.get("renewal"))
                .containsExactly(row("{'stage':{'otherwise':{'reference':'W-1'},'reason':'CARRIER_REFUSED',"
                        + "'evidence':{'order':{'state':'COMPLETED'}}}}"));
    }

    @Test
    void that_our_balance_at_a_carrier_was_empty_is_no_record_of_the_subscribers() {
        assertThat(OwnRules.of(Map.of("support_case", List.of(row("{'kind':'FLOAT_EMPTY','facts':'x'}")))))
                .isEmpty();
    }

    private static JsonNode row(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
