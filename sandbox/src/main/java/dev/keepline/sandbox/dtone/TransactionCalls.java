package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ordering over HTTP: at once or in two steps, answered at once or when it ends. */
final class TransactionCalls {

    private static final Duration HELD_OPEN = Duration.ofMinutes(3);

    private final Catalogue catalogue;
    private final Transactions transactions;

    TransactionCalls(Catalogue catalogue, Transactions transactions) {
        this.catalogue = catalogue;
        this.transactions = transactions;
    }

    void register(Routes routes) {
        routes.post("/async/transactions", "order", this::create)
                .post("/sync/transactions", "order", request -> held(create(request)))
                .post("/async/transactions/{id}/confirm", "confirm", this::confirm)
                .post("/sync/transactions/{id}/confirm", "confirm", request -> held(confirm(request)))
                .post(
                        "/transactions/{id}/cancel",
                        "cancel",
                        request -> answer(202, id(request).map(transactions::cancel)))
                .get(
                        "/transactions/{id}",
                        "get_transaction",
                        request -> id(request)
                                .flatMap(transactions::find)
                                .map(found -> Response.json(200, found.document()))
                                .orElseGet(Errors.TRANSACTION_NOT_FOUND::response));
    }

    private Response create(Request request) {
        try {
            return switch (Order.read(request.json(), catalogue)) {
                case Order.Read.Valid(Order order) -> answer(201, Optional.of(transactions.create(order)));
                case Order.Read.Refused(Errors error, var detail) ->
                    detail == null ? error.response() : error.response(detail);
            };
        } catch (JacksonException notJson) {
            return Errors.BAD_REQUEST.response();
        }
    }

    private Response confirm(Request request) {
        return answer(202, id(request).map(transactions::confirm));
    }

    /** The synchronous mode: the answer waits for the end, or tells the state after three minutes. */
    private Response held(Response first) {
        JsonNode document = Json.parse(first.body());
        if (first.status() / 100 != 2 || Status.of(document.asObject()) == Status.CREATED) {
            return first;
        }
        long id = document.path("id").asLong();
        transactions.await(id, HELD_OPEN);
        ObjectNode now = transactions.find(id).orElseThrow().document();
        return Response.json(first.status(), now);
    }

    private static Response answer(int status, Optional<Transactions.Outcome> outcome) {
        return outcome.map(came -> switch (came) {
                    case Transactions.Outcome.Changed(ObjectNode document) -> Response.json(status, document);
                    case Transactions.Outcome.Refused(Errors error) -> error.response();
                })
                .orElseGet(Errors.TRANSACTION_NOT_FOUND::response);
    }

    private static Optional<Long> id(Request request) {
        try {
            return Optional.of(Long.parseLong(request.parameter("id")));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
