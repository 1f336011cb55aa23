package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /transactions}: by our reference at any age, otherwise a window of at most 24 hours. Nothing found is an
 * empty list, or the documented 404 when the sandbox runs with {@code --dtone-missing 404}: the specification names both.
 */
final class TransactionSearch {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Map<String, String> FILTERS = Map.of(
            "service_id", "/product/service/id",
            "subservice_id", "/product/service/subservice/id",
            "country_iso_code", "/product/operator/country/iso_code",
            "operator_id", "/product/operator/id",
            "status_id", "/status/id",
            "credit_party_mobile_number", "/credit_party_identifier/mobile_number",
            "credit_party_account_number", "/credit_party_identifier/account_number");

    private final Catalogue catalogue;
    private final Transactions transactions;
    private final InstantSource clock;
    private final boolean missingIs404;

    TransactionSearch(Catalogue catalogue, Transactions transactions, InstantSource clock, boolean missingIs404) {
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.clock = clock;
        this.missingIs404 = missingIs404;
    }

    Response search(Request request) {
        Optional<Stream<Transaction>> candidates = candidates(request);
        if (candidates.isEmpty()) {
            return Errors.BAD_REQUEST.response("from_date and to_date must be at most 24 hours apart");
        }
        List<ObjectNode> found = candidates
                .get()
                .filter(each -> matches(request, each))
                .map(Transaction::document)
                .toList();
        if (found.isEmpty() && missingIs404) {
            return Errors.TRANSACTION_NOT_FOUND.response();
        }
        return Pages.answer(found, Pages.Wanted.of(request.query("page"), request.query("per_page")));
    }

    private Optional<Stream<Transaction>> candidates(Request request) {
        Optional<String> externalId = request.query("external_id");
        if (externalId.isPresent()) {
            return Optional.of(transactions.findByExternalId(externalId.get()).stream());
        }
        try {
            Optional<Instant> from = request.query("from_date").map(Instant::parse);
            Optional<Instant> to = request.query("to_date").map(Instant::parse);
            Instant end = to.or(() -> from.map(start -> start.plus(WINDOW))).orElse(clock.instant());
            Instant start = from.orElse(end.minus(WINDOW));
            boolean fits = !start.isAfter(end) && !start.plus(WINDOW).isBefore(end);
            return fits
                    ? Optional.of(transactions
                            .since(start)
                            .filter(each -> !created(each).isAfter(end)))
                    : Optional.empty();
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private boolean matches(Request request, Transaction transaction) {
        boolean fields = FILTERS.entrySet().stream()
                .allMatch(filter -> request.query(filter.getKey())
                        .map(asked -> asked.equals(
                                transaction.document().at(filter.getValue()).asString("")))
                        .orElse(true));
        Optional<String> type = request.query("product_type");
        return fields
                && type.map(asked -> catalogue.product(transaction.productId()).stream()
                                .anyMatch(product -> product.kind().name().equals(asked)))
                        .orElse(true);
    }

    private static Instant created(Transaction transaction) {
        return Instant.parse(transaction.document().path("creation_date").asString());
    }
}
