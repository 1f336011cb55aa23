package dev.keepline.carriers.dtone;

import dev.keepline.carriers.Amounts;
import dev.keepline.carriers.Connector;
import dev.keepline.carriers.Effect;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.carriers.dtone.ProductRef.Kind;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Finds what to order. Ids of operators and products differ from account to account: they are asked for, never written. */
final class Discovery {

    /** A profile's record shows the bundle; of a number only our own order can be read. */
    static final Connector.Proofs PROOFS = new Connector.Proofs(ProofLevel.READ_BACK, ProofLevel.AGGREGATOR);

    /** Long enough for a person who compares renewals, short enough that a new price is seen the same hour. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final String COUNTRY = "USA";

    private final DtOneHttp http;
    private final Remembered<String, List<JsonNode>> lists;

    Discovery(DtOneHttp http, InstantSource clock) {
        this.http = http;
        this.lists = new Remembered<>(FRESH, clock);
    }

    Outcome<Product> find(ProductQuery query) {
        return switch (query) {
            case ProductQuery.Plan plan ->
                among(plan.operator(), DtOneProduct.ESIM_SERVICE, products -> plan(products, plan));
            case ProductQuery.Credit credit ->
                among(credit.operator(), DtOneProduct.MOBILE_SERVICE, products -> credit(products, credit.amount()));
        };
    }

    /** The amounts that {@link #find} would find. */
    Outcome<List<Amounts>> amounts(String operator) {
        return among(operator, DtOneProduct.MOBILE_SERVICE, Discovery::amounts);
    }

    private static Outcome<List<Amounts>> amounts(List<DtOneProduct> products) {
        var sold = products.stream()
                .filter(p -> p.ref().kind() != Kind.ESIM)
                .flatMap(p -> p.arrives().amounts(Money.USD).stream())
                .distinct()
                .toList();
        return sold.isEmpty()
                ? new Outcome.Refused<>(new Refusal(Refusal.Why.NOT_OFFERED, "no such product"))
                : new Outcome.Done<>(sold);
    }

    private <T> Outcome<T> among(String operatorName, int service, Function<List<DtOneProduct>, Outcome<T>> choose) {
        return list(
                "/operators?country_iso_code={country}",
                Map.of("country", COUNTRY),
                operators -> operator(operators, operatorName)
                        .map(operator -> ofOperator(operator, service, choose))
                        .orElseGet(
                                () -> new Outcome.Refused<>(new Refusal(Refusal.Why.NOT_OFFERED, "no such operator"))));
    }

    private <T> Outcome<T> ofOperator(int operator, int service, Function<List<DtOneProduct>, Outcome<T>> choose) {
        return list(
                "/products?operator_id={operator}&service_id={service}",
                Map.of("operator", operator, "service", service),
                nodes -> choose.apply(nodes.stream()
                        .flatMap(node -> DtOneProduct.read(node).stream())
                        .toList()));
    }

    private <T> Outcome<T> list(String path, Map<String, ?> query, Function<List<JsonNode>, Outcome<T>> read) {
        var key = path + query;
        var known = lists.get(key);
        if (known.isPresent()) {
            return read.apply(known.get());
        }
        var paged = Wire.with(query, "per_page", Pages.PER_PAGE);
        return Pages.all(
                page -> http.get(path + "&page={page}&per_page={per_page}", Wire.with(paged, "page", page)), items -> {
                    lists.put(key, items);
                    return read.apply(items);
                });
    }

    private static Optional<Integer> operator(List<JsonNode> operators, String name) {
        return operators.stream()
                .flatMap(node -> Wire.read(node, Wire.Operator.class).stream())
                .filter(operator -> operator.name().strip().equalsIgnoreCase(name.strip()))
                .map(Wire.Operator::id)
                .findFirst();
    }

    private static Outcome<Product> plan(List<DtOneProduct> products, ProductQuery.Plan plan) {
        return offered(products.stream()
                .filter(p ->
                        p.ref().kind() == Kind.ESIM && p.days() == plan.days() && p.dataBytes() == plan.dataBytes())
                .min(Comparator.comparing(p -> p.cost(p.arrives().least())))
                .flatMap(p ->
                        product(p, p.arrives().least(), new Effect.Plan(p.days(), p.dataBytes()), PROOFS.plans())));
    }

    /** A product made for this amount before one that takes any. */
    private static Outcome<Product> credit(List<DtOneProduct> products, Money amount) {
        var currency = amount.currency().getCurrencyCode();
        return offered(products.stream()
                .filter(p -> p.ref().kind() != Kind.ESIM && p.arrives().holds(amount.decimal(), currency))
                .min(Comparator.comparing((DtOneProduct p) -> p.ref().kind())
                        .thenComparing(p -> p.cost(amount.decimal())))
                .flatMap(p -> product(p, amount.decimal(), new Effect.Credit(amount), PROOFS.credit())));
    }

    private static Outcome<Product> offered(Optional<Product> found) {
        return found.<Outcome<Product>>map(Outcome.Done::new).orElseGet(() -> new Outcome.Refused<>("no such product"));
    }

    private static Optional<Product> product(
            DtOneProduct product, BigDecimal arrives, Effect effect, ProofLevel proof) {
        return TransactionRules.money(product.cost(arrives), product.wholesale().unit())
                .map(cost -> new Product(product.ref().toString(), cost, effect, proof));
    }
}
