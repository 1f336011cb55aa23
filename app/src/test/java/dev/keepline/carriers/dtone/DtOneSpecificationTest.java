package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.kernel.Money;
import dev.keepline.testing.SandboxProcess;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What we send, held against DT One's own specification where that lies beside the repository. */
class DtOneSpecificationTest {

    @RegisterExtension
    static final SandboxProcess sandbox = new SandboxProcess();

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Desk desk = new Desk(sandbox.dtOne(), Duration.ofSeconds(20));

    @BeforeEach
    void start_afresh() {
        sandbox.control().reset();
    }

    @Test
    void orders_and_readings_keep_to_the_schemas() {
        var specification = specification();
        desk.completed(desk.monthly());
        var other = new Desk(sandbox.dtOne(), Duration.ofSeconds(20));
        other.completed(other.credit("AT&T USA", 3_700));
        var third = new Desk(sandbox.dtOne(), Duration.ofSeconds(20));
        third.completed(third.credit("AT&T USA", 2_500));
        Desk.done(desk.connector.read(Desk.ESIM));

        var orders = sandbox.control().log("dtone", "order");
        assertThat(orders).hasSize(3);
        orders.forEach(order -> assertThat(objections(specification, "/async/transactions", body(order)))
                .isEmpty());
        orders.forEach(order -> assertThat(body(order).propertyNames())
                .isSubsetOf(properties(specification, "Transaction", "callback_url")));
        sandbox.control()
                .log("dtone", "benefits")
                .forEach(
                        reading -> assertThat(objections(specification, "/lookup/credit-party-benefits", body(reading)))
                                .isEmpty());
    }

    @Test
    void every_question_uses_parameters_that_exist() {
        var specification = specification();
        desk.product(new ProductQuery.Credit("AT&T USA", Money.usd(2_500)));
        var order = desk.monthly();
        desk.completed(order);
        Desk.done(desk.connector.balance());
        Desk.done(desk.connector.ordersSince(Desk.CLOCK.instant().minus(Duration.ofDays(2))));

        for (String operation : List.of("operators", "products", "list_transactions", "balances")) {
            var questions = sandbox.control().log("dtone", operation);
            assertThat(questions).as(operation).isNotEmpty();
            questions.forEach(question -> assertThat(
                            names(question.path("query").asString()))
                    .isSubsetOf(parameters(specification, question.path("path").asString())));
        }
    }

    private static ObjectNode specification() {
        var folder = Stream.of(
                        "../shared/contracts/dtone", "../../shared/contracts/dtone", "../../../shared/contracts/dtone")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(
                folder.isPresent(), "skipped: DT One's specification (../shared/contracts/dtone) is not there");
        var base = read(folder.orElseThrow().resolve("dvs-api-spec-2023.json"));
        var delta = read(folder.orElseThrow().resolve("dvs-1.23.0-delta.json"));
        base.withObject("paths").setAll(delta.withObject("paths"));
        base.withObject("components")
                .withObject("schemas")
                .setAll(delta.withObject("components").withObject("schemas"));
        return base;
    }

    private static ObjectNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file)).asObject();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static List<String> objections(ObjectNode specification, String path, JsonNode body) {
        var root = JSON.createObjectNode();
        root.putArray("allOf")
                .addObject()
                .put(
                        "$ref",
                        "#/paths/" + path.replace("/", "~1") + "/post/requestBody/content/application~1json/schema");
        root.set("paths", specification.path("paths"));
        root.set("components", specification.path("components"));
        var schema = SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(root);
        return schema.validate(body).stream().map(Error::toString).toList();
    }

    private static Set<String> properties(ObjectNode specification, String schema, String more) {
        var names = specification
                .path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .propertyNames();
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private static Set<String> parameters(ObjectNode specification, String path) {
        return specification
                .path("paths")
                .path(path.replaceFirst("^/v1", ""))
                .path("get")
                .path("parameters")
                .valueStream()
                .map(parameter -> Optional.of(parameter.path("$ref").asString(""))
                        .filter(ref -> !ref.isEmpty())
                        .map(ref -> specification.at(ref.substring(1)))
                        .orElse(parameter))
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(String query) {
        return Stream.of(query.split("&", -1))
                .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }

    private static JsonNode body(JsonNode request) {
        return JSON.readTree(request.path("body").asString());
    }
}
