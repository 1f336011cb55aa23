package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Counterpart;
import dev.keepline.sandbox.Fault;
import dev.keepline.sandbox.Handler;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.SandboxContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Stripe at {@code /stripe/v1/…}, its hosted pages at {@code /stripe/c/…} and {@code /stripe/3ds/…}. */
public final class Stripe implements Counterpart {
    static final String NAME = "stripe";

    /** The version whose shapes this speaks: the one stripe-java 33.3 is pinned to. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private static final Set<Fault> FAILS_LATER = EnumSet.of(Fault.FAILS_LATER);
    private static final Set<Fault> OWN = EnumSet.of(Fault.STATUS_500, Fault.DELAY, Fault.FAILS_LATER);

    private final SandboxContext context;
    private final Webhooks webhooks;
    private final Database database;
    private final Api api;
    private final Checkout checkout;
    private final SessionCalls sessions;
    private final IntentCalls intents;
    private final RefundCalls refunds = new RefundCalls();

    /** Stripe on this sandbox's storage, clock and faults. */
    public Stripe(SandboxContext context) {
        this.context = context;
        this.webhooks = new Webhooks(context);
        this.database = new Database(context, webhooks);
        var authentication = new Authentication(setting("stripe-key"));
        this.api = new Api(authentication, database, new Idempotency(context.store()), context.faults());
        this.checkout = new Checkout(database);
        this.sessions = new SessionCalls(pages() + HostedPages.PAY);
        this.intents = new IntentCalls(pages() + HostedPages.CHALLENGE);
    }

    private String pages() {
        return context.baseUrl() + "/" + NAME;
    }

    private Optional<String> setting(String name) {
        return Optional.of(context.options().setting(name, "")).filter(value -> !value.isEmpty());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Fault> ownFaults() {
        return OWN;
    }

    /** A number typed into the card form is nowhere kept, a wrongly typed real one least of all. */
    @Override
    public Request forLog(Request request) {
        return request.path().startsWith(HostedPages.PAY) ? request.withoutBody() : request;
    }

    /** The endpoint named on the command line, every time: it follows the application's port. */
    @Override
    public void seed() {
        setting("stripe-webhook-url")
                .ifPresent(url -> webhooks.endpoint(new Webhooks.Endpoint(
                        url, setting("stripe-webhook-secret").orElse("whsec_sandbox"))));
    }

    @Override
    public void register(Routes routes) {
        sessionRoutes(routes);
        intentRoutes(routes);
        moneyRoutes(routes);
        new HostedPages(database, checkout, context.faults()).register(routes);
    }

    private void sessionRoutes(Routes routes) {
        String all = "/v1/checkout/sessions";
        routes.post(all, "checkout.create", api.writes(_ -> (c, p) -> Reply.of(sessions.create(c, p))))
                .get(all, "checkout.list", lists("checkout.session", all, "payment_intent", "status"))
                .get(all + "/{id}", "checkout.retrieve", retrieves("checkout.session", "session"))
                .get(
                        all + "/{id}/line_items",
                        "checkout.line_items",
                        api.reads(
                                r -> _ -> SessionCalls.lineItems(database.load("checkout.session", id(r), "session"))))
                .post(
                        all + "/{id}/expire",
                        "checkout.expire",
                        api.writes(r -> (c, p) -> Reply.of(sessions.expire(c, id(r), p))));
    }

    private void intentRoutes(Routes routes) {
        String all = "/v1/payment_intents";
        routes.post(all, "intent.create", api.writes(_ -> intents::create))
                .get(all, "intent.list", lists("payment_intent", all))
                .get(all + "/{id}", "intent.retrieve", retrieves("payment_intent", "intent"))
                .post(all + "/{id}/confirm", "intent.confirm", api.writes(r -> (c, p) -> intents.confirm(c, id(r), p)))
                .post(
                        all + "/{id}/capture",
                        "intent.capture",
                        api.writes(r -> (c, p) -> Reply.of(intents.capture(c, id(r), p))))
                .post(
                        all + "/{id}/cancel",
                        "intent.cancel",
                        api.writes(r -> (c, p) -> Reply.of(intents.cancel(c, id(r), p))));
    }

    private void moneyRoutes(Routes routes) {
        routes.get("/v1/charges", "charge.list", lists("charge", "/v1/charges", "payment_intent"))
                .get("/v1/charges/{id}", "charge.retrieve", retrieves("charge", "charge"))
                .post(
                        "/v1/refunds",
                        "refund.create",
                        api.writes(r -> (c, p) -> Reply.of(refunds.create(c, p, fails(r)))))
                .get("/v1/refunds", "refund.list", lists("refund", "/v1/refunds", "payment_intent", "charge"))
                .get("/v1/refunds/{id}", "refund.retrieve", retrieves("refund", "refund"))
                .get("/v1/events", "event.list", lists("event", "/v1/events", "type"))
                .get("/v1/events/{id}", "event.retrieve", retrieves("event", "id"))
                .get("/v1/balance", "balance.retrieve", api.reads(_ -> new BalanceCalls(database)::retrieve))
                .get(
                        "/v1/balance_transactions",
                        "balance.list",
                        lists("balance_transaction", "/v1/balance_transactions", "source", "type", "currency"))
                .get("/v1/balance_transactions/{id}", "balance.entry", retrieves("balance_transaction", "id"));
    }

    private Handler retrieves(String object, String param) {
        return api.reads(request -> params -> {
            params.only("expand");
            return database.load(object, id(request), param);
        });
    }

    private Handler lists(String object, String url, String... filters) {
        return api.reads(_ -> params -> new Listing(database).list(object, url, params, filters));
    }

    /** Whether this refund is to fail later although its card is good. */
    private Optional<Duration> fails(Request request) {
        return context.faults().take(NAME, request.operation(), FAILS_LATER).map(rule -> rule.delayOr(2_000));
    }

    private static String id(Request request) {
        return request.parameter("id");
    }

    @Override
    public void registerControl(Routes routes) {
        new StripeControl(database, checkout, webhooks).register(routes);
    }

    @Override
    public Response failure(int status) {
        ObjectNode body = switch (status) {
            case 404 -> Refusal.noRoute().body();
            case 429 -> Refusal.tooMany().body();
            default -> Refusal.internal().body();
        };
        return Response.json(status, body).with("Request-Id", database.requestId());
    }

    @Override
    public String controlSection() {
        return new StripeControl(database, checkout, webhooks).section();
    }
}
