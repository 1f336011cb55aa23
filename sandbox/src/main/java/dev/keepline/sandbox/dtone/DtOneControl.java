package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Html;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.dtone.Product.Grant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a test or demonstration does that the vendor offers nobody: make lines, use them up, fill the float, reverse. */
final class DtOneControl {

    private static final int SHOWN_LINES = 25;
    private static final Map<String, String> UNIT_TYPES =
            Map.of("DATA", "DATA", "TALKTIME", "TIME", "SMS", "QUANTITY", "CREDITS", "CURRENCY");

    private final Catalogue catalogue;
    private final Lines lines;
    private final Prepaid prepaid;
    private final Transactions transactions;

    DtOneControl(Catalogue catalogue, Lines lines, Prepaid prepaid, Transactions transactions) {
        this.catalogue = catalogue;
        this.lines = lines;
        this.prepaid = prepaid;
        this.transactions = transactions;
    }

    void register(Routes routes) {
        routes.post("/lines", "control", request -> Response.json(201, shown(provision(request.json()))))
                .get("/lines", "control", this::list)
                .post("/lines/usage", "control", request -> {
                    JsonNode body = request.json();
                    String number = known(body);
                    lines.use(number, body.path("type").asString("DATA"), positive(body, "amount"));
                    return Response.json(200, shown(lines.find(number).orElseThrow()));
                })
                .post("/lines/activate", "control", request -> {
                    String number = known(request.json());
                    lines.activate(number);
                    return Response.json(200, shown(lines.find(number).orElseThrow()));
                })
                .post("/float", "control", request -> {
                    prepaid.set(positive(request.json(), "available"));
                    return Response.json(200, prepaid.json());
                })
                .post("/transactions/{id}/reverse", "control", this::reverse);
    }

    private ObjectNode provision(JsonNode body) {
        String number = number(body);
        boolean esim = !number.startsWith("+");
        if (esim && !Iccids.valid(number)) {
            throw new IllegalArgumentException(
                    "iccid must have 18 to 20 digits, begin with 89 and end in its check digit");
        }
        if (!esim && !Lines.fictional(number)) {
            throw new IllegalArgumentException("msisdn must be +1…555-0100 to …555-0199: the numbers kept for fiction");
        }
        String name = body.path("operator").asString(esim ? Catalogue.SANDBOX_MOBILE : "AT&T USA");
        String operator = catalogue
                .named(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no operator " + name))
                .name();
        ObjectNode line = lines.fresh(number, operator, body.path("installed").asBoolean(true));
        line.put("balance", body.path("balance").asDecimal(new BigDecimal("0.00")));
        if (body.path("benefits").isArray()) {
            line.withArray("packages").add(given(body));
        }
        lines.put(line);
        return line;
    }

    private static ObjectNode given(JsonNode body) {
        List<Grant> grants = new ArrayList<>();
        for (JsonNode benefit : body.path("benefits")) {
            String type = benefit.path("type").asString("");
            String unitType = UNIT_TYPES.getOrDefault(type, "");
            if (unitType.isEmpty()) {
                throw new IllegalArgumentException("a benefit's type must be one of " + UNIT_TYPES.keySet());
            }
            grants.add(new Grant(
                    type,
                    unitType,
                    benefit.path("unit").asString(""),
                    benefit.path("amount").decimalValue()));
        }
        ObjectNode given = Lines.packageOf("given", grants, body.path("days").asInt(30));
        JsonNode end = body.path("expiration_date");
        if (end.isString()) {
            given.put("expiration_date", Instant.parse(end.asString()).toString());
        } else {
            given.putNull("expiration_date");
        }
        return given;
    }

    private Response list(Request request) {
        ArrayNode found = Json.array();
        request.query("iccid")
                .or(() -> request.query("msisdn"))
                .map(number -> lines.find(number).stream().toList())
                .orElseGet(lines::all)
                .forEach(line -> found.add(shown(line)));
        return Response.json(200, found);
    }

    private Response reverse(Request request) {
        long id = Long.parseLong(request.parameter("id"));
        if (!transactions.reverse(id)) {
            throw new IllegalArgumentException("transaction " + id + " is not completed");
        }
        return Response.json(200, transactions.find(id).orElseThrow().document());
    }

    private ObjectNode shown(ObjectNode line) {
        ArrayNode benefits = Json.array();
        lines.benefits(line).forEach(benefits::add);
        ObjectNode shown = line.deepCopy();
        shown.set("benefits", benefits);
        return shown;
    }

    private String known(JsonNode body) {
        String number = number(body);
        if (lines.find(number).isEmpty()) {
            throw new IllegalArgumentException("there is no line " + number);
        }
        return number;
    }

    private static String number(JsonNode body) {
        String number = body.path("iccid").asString(body.path("msisdn").asString(""));
        if (number.isEmpty()) {
            throw new IllegalArgumentException("iccid or msisdn is required");
        }
        return number;
    }

    private static BigDecimal positive(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw new IllegalArgumentException(field + " must be a number, 0 or more");
        }
        return value.decimalValue();
    }

    String section() {
        String rows = lines.all().stream()
                .limit(SHOWN_LINES)
                .map(line -> "<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                Html.escape(line.path("number").asString()),
                                Html.escape(line.path("operator").asString()),
                                Html.escape(summary(line))))
                .collect(Collectors.joining());
        return """
                <section><h2>DT One: lines</h2><p>Our float there: %s USD available.</p>
                <table><thead><tr><th scope="col">Line</th><th scope="col">Operator</th>
                <th scope="col">What it holds</th></tr></thead><tbody>%s</tbody></table></section>
                """.formatted(prepaid.available().toPlainString(), rows);
    }

    private String summary(ObjectNode line) {
        String balance = line.path("balance")
                .decimalValue()
                .setScale(2, RoundingMode.DOWN)
                .toPlainString();
        String benefits = lines.benefits(line).stream()
                .filter(benefit -> benefit.path("type").asString().equals("DATA"))
                .map(benefit -> benefit.path("amount").asString() + " "
                        + benefit.path("unit").asString() + " until "
                        + benefit.path("expiration_date").asString("first use"))
                .collect(Collectors.joining("; "));
        return benefits.isEmpty() ? "balance " + balance + " USD" : benefits;
    }
}
