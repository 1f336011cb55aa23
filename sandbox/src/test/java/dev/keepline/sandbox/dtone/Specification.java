package dev.keepline.sandbox.dtone;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.keepline.sandbox.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * DT One's OpenAPI document 1.14.0 with the additions of 1.23.0, read from the contracts folder beside the repository.
 * Three things are mended before use: additions name two schemas the base calls otherwise; {@code allOf} branches that
 * only close an object would forbid everything; and what may only be written is not required in answers.
 */
final class Specification {

    private static final Optional<Specification> INSTANCE = load();

    private final ObjectNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Specification(ObjectNode document) {
        this.document = document;
    }

    /** The specification, or nothing, said once on standard output, where the folder is not there. */
    static Optional<Specification> find() {
        return INSTANCE;
    }

    private static Optional<Specification> load() {
        Optional<Path> folder = contracts().map(found -> found.resolve("dtone")).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            System.out.println("skipped: answers are not checked against DT One's specification,"
                    + " ../shared/contracts is not there (KEEPLINE_CONTRACTS names another place)");
            return Optional.empty();
        }
        ObjectNode base = read(folder.get().resolve("dvs-api-spec-2023.json"));
        ObjectNode delta = read(folder.get().resolve("dvs-1.23.0-delta.json"));
        base.withObject("paths").setAll(delta.withObject("paths"));
        ObjectNode schemas = base.withObject("components").withObject("schemas");
        schemas.setAll(delta.withObject("components").withObject("schemas"));
        schemas.set("country", schemas.path("Country"));
        schemas.set("error", schemas.path("Errors"));
        schemas.withObject("Transaction")
                .withObject("properties")
                .withObject("metadata")
                .put("$ref", "#/components/schemas/transaction_metadata_esim");
        mend(base);
        return Optional.of(new Specification(base));
    }

    private static Optional<Path> contracts() {
        String given = System.getProperty("keepline.contracts", System.getenv().getOrDefault("KEEPLINE_CONTRACTS", ""));
        return (given.isEmpty()
                        ? Stream.of("../shared/contracts", "../../shared/contracts", "../../../shared/contracts")
                        : Stream.of(given))
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static ObjectNode read(Path file) {
        try {
            return Json.parseObject(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + file, unreadable);
        }
    }

    private static void mend(JsonNode node) {
        if (node.path("allOf").isArray()) {
            ArrayNode kept = Json.array();
            node.path("allOf")
                    .valueStream()
                    .filter(branch -> !Json.write(branch).equals("{\"additionalProperties\":false}"))
                    .forEach(kept::add);
            node.asObject().set("allOf", kept);
        }
        if (node.path("required").isArray() && node.path("properties").isObject()) {
            ArrayNode kept = Json.array();
            node.path("required")
                    .valueStream()
                    .filter(name -> !node.path("properties")
                            .path(name.asString())
                            .path("writeOnly")
                            .asBoolean(false))
                    .forEach(kept::add);
            node.asObject().set("required", kept);
        }
        node.valueStream().forEach(Specification::mend);
    }

    /** What the specification says against this answer; nothing when it agrees. The path is below /v1. */
    List<String> objections(String method, String path, int status, JsonNode body) {
        String template = document.path("paths").propertyNames().stream()
                .filter(each -> path.matches(each.replaceAll("\\{[^}]+}", "[^/]+")))
                .min((one, other) -> Integer.compare(one.indexOf('{') + 1, other.indexOf('{') + 1))
                .orElseThrow(() -> new IllegalArgumentException("the specification has no path " + path));
        JsonNode responses = document.path("paths")
                .path(template)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses");
        String key = responses.has(Integer.toString(status)) ? Integer.toString(status) : "default";
        String pointer =
                "#/paths/" + template.replace("/", "~1").replace("{", "%7B").replace("}", "%7D") + "/"
                        + method.toLowerCase(Locale.ROOT) + "/responses/" + key
                        + "/content/application~1json/schema";
        return schemas.computeIfAbsent(pointer, this::schema).validate(body).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema schema(String pointer) {
        ObjectNode root = Json.object();
        root.putArray("allOf").addObject().put("$ref", pointer);
        root.set("paths", document.path("paths"));
        root.set("components", document.path("components"));
        return registry.getSchema(root);
    }
}
