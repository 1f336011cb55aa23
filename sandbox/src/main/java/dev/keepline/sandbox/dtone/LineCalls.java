package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Look-ups of a line: its operator by number, what is left and whether it is in use by ICCID. */
final class LineCalls {

    private final Catalogue catalogue;
    private final Lines lines;

    LineCalls(Catalogue catalogue, Lines lines) {
        this.catalogue = catalogue;
        this.lines = lines;
    }

    void register(Routes routes) {
        routes.get(
                        "/lookup/mobile-number/{number}",
                        "lookup_number",
                        request -> operatorsOf(
                                request.parameter("number"),
                                Pages.Wanted.of(request.query("page"), request.query("per_page"))))
                .post(
                        "/lookup/mobile-number",
                        "lookup_number",
                        request -> withBody(
                                request,
                                body -> operatorsOf(body.path("mobile_number").asString(""), Pages.Wanted.of(body))))
                .post("/lookup/credit-party-benefits", "benefits", request -> withBody(request, this::benefits))
                .post("/lookup/credit-party-status", "credit_party_status", request -> withBody(request, this::status));
    }

    private interface Answer {
        Response to(JsonNode body);
    }

    private static Response withBody(Request request, Answer answer) {
        try {
            return answer.to(request.json());
        } catch (JacksonException notJson) {
            return Errors.BAD_REQUEST.response();
        }
    }

    private Response operatorsOf(String number, Optional<Pages.Wanted> wanted) {
        if (!Lines.fictional(number)) {
            return Errors.MOBILE_NUMBER_INVALID.response();
        }
        String own = lines.find(number).orElseThrow().path("operator").asString();
        List<ObjectNode> found = new ArrayList<>();
        for (Product.Operator operator : catalogue.operators()) {
            boolean identified = operator.name().equals(own);
            boolean candidate =
                    operator.country().equals("USA") && !operator.name().equals(Catalogue.SANDBOX_MOBILE);
            if (identified) {
                found.addFirst(ProductJson.operator(operator).put("identified", true));
            } else if (candidate) {
                found.add(ProductJson.operator(operator).put("identified", false));
            }
        }
        return Pages.answer(found, wanted);
    }

    private Response benefits(JsonNode body) {
        Optional<Response> refused = refuse(body);
        return refused.orElseGet(() -> lines.find(account(body))
                .map(line -> Pages.answer(lines.benefits(line), Pages.Wanted.of(body)))
                .orElseGet(Errors.NOT_FOUND::response));
    }

    private Response status(JsonNode body) {
        Optional<Response> refused = refuse(body);
        return refused.orElseGet(() -> lines.find(account(body))
                .map(line -> {
                    ObjectNode status = Json.object();
                    status.set("installation_date", line.path("installation_date"));
                    status.set("activation_date", line.path("activation_date"));
                    return Response.json(200, status);
                })
                .orElseGet(Errors.NOT_FOUND::response));
    }

    private static Optional<Response> refuse(JsonNode body) {
        int service = body.path("service_id").asInt(0);
        if (service < 1 || !body.path("credit_party_identifier").isObject()) {
            return Optional.of(Errors.BAD_REQUEST.response("service_id and credit_party_identifier are required"));
        }
        if (service != 13) {
            return Optional.of(Errors.METHOD_NOT_SUPPORTED.response());
        }
        return account(body).isEmpty()
                ? Optional.of(Errors.BAD_REQUEST.response("credit_party_identifier.account_number is required"))
                : Optional.empty();
    }

    private static String account(JsonNode body) {
        return body.path("credit_party_identifier").path("account_number").asString("");
    }
}
