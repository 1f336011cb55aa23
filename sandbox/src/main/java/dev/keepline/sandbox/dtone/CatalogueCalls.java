package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Discovery: services, countries, operators, products; promotions and campaigns exist and are empty. */
final class CatalogueCalls {

    private static final List<ObjectNode> SERVICES = List.of(
            Json.object().put("id", 1).put("name", "Mobile"),
            Json.object().put("id", 13).put("name", "eSIM"));

    private final Catalogue catalogue;

    CatalogueCalls(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.get("/services", "services", request -> page(request, SERVICES))
                .get(
                        "/services/{id}",
                        "services",
                        request -> one(
                                SERVICES.stream()
                                        .filter(each ->
                                                each.path("id").asString().equals(request.parameter("id"))),
                                Errors.SERVICE_NOT_FOUND))
                .get(
                        "/countries",
                        "countries",
                        request -> page(request, countries().toList()))
                .get(
                        "/countries/{code}",
                        "countries",
                        request -> one(
                                countries()
                                        .filter(each ->
                                                each.path("iso_code").asString().equals(request.parameter("code"))),
                                Errors.COUNTRY_NOT_FOUND))
                .get(
                        "/benefit-types",
                        "benefit_types",
                        request -> page(
                                request,
                                Stream.of("TALKTIME", "DATA", "SMS", "PAYMENT", "CREDITS")
                                        .map(name -> Json.object().put("name", name))
                                        .toList()))
                .get("/operators", "operators", this::operators)
                .get(
                        "/operators/{id}",
                        "operators",
                        request -> one(
                                number(request).flatMap(catalogue::operator).map(ProductJson::operator).stream(),
                                Errors.OPERATOR_NOT_FOUND))
                .get("/products", "products", this::products)
                .get(
                        "/products/{id}",
                        "products",
                        request -> one(
                                number(request).flatMap(catalogue::product).map(ProductJson::full).stream(),
                                Errors.PRODUCT_NOT_AVAILABLE))
                .get("/promotions", "promotions", request -> page(request, List.of()))
                .get("/campaigns", "campaigns", request -> page(request, List.of()));
    }

    private Stream<ObjectNode> countries() {
        return catalogue.operators().stream()
                .map(Product.Operator::country)
                .distinct()
                .map(ProductJson::country);
    }

    private Response operators(Request request) {
        Optional<String> country = request.query("country_iso_code");
        return page(
                request,
                catalogue.operators().stream()
                        .filter(each -> country.isEmpty() || country.get().equals(each.country()))
                        .map(ProductJson::operator)
                        .toList());
    }

    private Response products(Request request) {
        Predicate<Product> wanted = asked(
                        request, "type", product -> product.kind().name())
                .and(asked(request, "service_id", product -> Integer.toString(product.serviceId())))
                .and(asked(request, "subservice_id", product -> product.esim() ? "131" : "11"))
                .and(asked(
                        request,
                        "country_iso_code",
                        product -> product.operator().country()))
                .and(asked(
                        request,
                        "operator_id",
                        product -> Integer.toString(product.operator().id())))
                .and(anyOf(request, "tags", product -> List.of(product.esim() ? "BUNDLE" : "AIRTIME")))
                .and(anyOf(
                        request,
                        "benefit_types",
                        product -> product.offer().grants().stream()
                                .map(Product.Grant::type)
                                .toList()))
                .and(product -> request.query("region").isEmpty());
        return page(
                request,
                catalogue.products().stream()
                        .filter(wanted)
                        .map(ProductJson::full)
                        .toList());
    }

    private static Predicate<Product> asked(Request request, String parameter, Function<Product, String> value) {
        Optional<String> asked = request.query(parameter);
        return product -> asked.isEmpty() || asked.get().equals(value.apply(product));
    }

    private static Predicate<Product> anyOf(Request request, String parameter, Function<Product, List<String>> values) {
        Optional<String> asked = request.query(parameter);
        return product ->
                asked.isEmpty() || Stream.of(asked.get().split(",", -1)).anyMatch(values.apply(product)::contains);
    }

    private static Optional<Integer> number(Request request) {
        try {
            return Optional.of(Integer.parseInt(request.parameter("id")));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Response page(Request request, List<ObjectNode> all) {
        return Pages.answer(all, Pages.Wanted.of(request.query("page"), request.query("per_page")));
    }

    private static Response one(Stream<ObjectNode> found, Errors otherwise) {
        return found.findFirst().map(node -> Response.json(200, node)).orElseGet(otherwise::response);
    }
}
