package dev.keepline.sandbox.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.sandbox.ControlClient;
import dev.keepline.sandbox.Sandbox;
import dev.keepline.sandbox.SandboxOptions;
import dev.keepline.sandbox.dtone.DtOneClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DtOneCatalogueTest extends DtOneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services",
                "/services/13",
                "/countries",
                "/countries/USA",
                "/operators",
                "/benefit-types",
                "/products",
                "/promotions",
                "/campaigns",
                "/balances",
                "/transactions"
            })
    void every_listing_answers_as_the_specification_says(String path) throws IOException {
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services/99",
                "/countries/ZZZ",
                "/operators/1",
                "/operators/x",
                "/products/1",
                "/transactions/1"
            })
    void what_does_not_exist_is_404_with_a_documented_code(String path) throws IOException {
        Answer answer = client.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isIn(1005004, 1005005, 1005006, 1003001, 1008004);
    }

    @Test
    void wrong_credentials_are_401() throws IOException {
        Answer answer = new DtOneClient(sandbox.baseUrl(), "sandbox-key:wrong").get("/products");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(1000401);
    }

    @Test
    void lists_come_in_pages_that_add_up() throws IOException {
        Answer first = client.get("/products?per_page=4");
        int total = Integer.parseInt(first.headers().firstValue("X-Total").orElseThrow());
        int pages = Integer.parseInt(first.headers().firstValue("X-Total-Pages").orElseThrow());
        long seen = 0;
        for (int page = 1; page <= pages; page++) {
            Answer answer = client.get("/products?per_page=4&page=" + page);
            seen += answer.body().size();
            assertThat(answer.headers().firstValue("X-Next-Page").isPresent()).isEqualTo(page < pages);
            assertThat(answer.headers().firstValue("X-Prev-Page").isPresent()).isEqualTo(page > 1);
        }
        assertThat(seen).isEqualTo(total);
        assertThat(client.get("/products?per_page=101").status()).isEqualTo(400);
        assertThat(client.get("/products?page=0").status()).isEqualTo(400);
    }

    @Test
    void plans_are_found_by_service_and_cost_less_than_they_sell_for() throws IOException {
        List<JsonNode> plans =
                client.get("/products?service_id=13").body().valueStream().toList();
        assertThat(plans)
                .extracting(plan -> plan.path("validity").path("quantity").asInt())
                .containsExactlyInAnyOrder(30, 90, 365, 90);
        assertThat(plans).allSatisfy(plan -> {
            assertThat(plan.path("type").asString()).isEqualTo("FIXED_VALUE_PIN_PURCHASE");
            assertThat(plan.path("prices").path("wholesale").path("amount").asDouble())
                    .isLessThan(
                            plan.path("prices").path("retail").path("amount").asDouble());
        });
    }

    @Test
    void airtime_is_found_by_operator_in_fixed_and_free_amounts() throws IOException {
        for (String operator : List.of("AT&T USA", "T-Mobile USA")) {
            for (int amount : List.of(10, 25, 50, 100)) {
                assertThat(client.airtime(operator, "FIXED_VALUE_RECHARGE", amount)
                                .path("id")
                                .asInt())
                        .isPositive();
            }
            JsonNode range = client.airtime(operator, "RANGED_VALUE_RECHARGE", 0);
            assertThat(range.path("destination").path("amount").path("min").asInt())
                    .isEqualTo(10);
            assertThat(range.path("destination").path("amount").path("max").asInt())
                    .isEqualTo(100);
        }
    }

    @Test
    void ids_differ_between_accounts_so_they_must_be_discovered() throws IOException {
        Path another = Files.createDirectory(folder.resolve("another"));
        // Two accounts may draw the same number; of three that is one chance in 800,000.
        Path third = Files.createDirectory(folder.resolve("third"));
        try (Sandbox other = Sandbox.start(new SandboxOptions(0, another, Map.of()));
                Sandbox last = Sandbox.start(new SandboxOptions(0, third, Map.of()))) {
            List<Integer> ids = List.of(
                    client.operator("AT&T USA"),
                    new DtOneClient(other.baseUrl()).operator("AT&T USA"),
                    new DtOneClient(last.baseUrl()).operator("AT&T USA"));
            assertThat(ids.stream().distinct()).hasSizeGreaterThan(1);
            new ControlClient(other.baseUrl()).post("/control/reset", "");
            assertThat(new DtOneClient(other.baseUrl()).operator("AT&T USA")).isEqualTo(ids.get(1));
        }
    }

    @Test
    void a_number_is_looked_up_to_its_operator() throws IOException {
        control.post("/control/dtone/lines", "{\"msisdn\":\"+12025550142\",\"operator\":\"T-Mobile USA\"}");
        Answer posted = client.post("/lookup/mobile-number", "{\"mobile_number\":\"+12025550142\"}");
        assertThat(posted.body()
                        .valueStream()
                        .filter(each -> each.path("identified").asBoolean()))
                .singleElement()
                .satisfies(
                        operator -> assertThat(operator.path("name").asString()).isEqualTo("T-Mobile USA"));
        assertThat(client.get("/lookup/mobile-number/+12025550142").body()).isEqualTo(posted.body());
    }

    @Test
    void numbers_of_real_people_are_refused() throws IOException {
        Answer answer = client.post("/lookup/mobile-number", "{\"mobile_number\":\"+12025551212\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(1005003);
    }
}
