package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Counterpart;
import dev.keepline.sandbox.Handler;
import dev.keepline.sandbox.Outbox;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.SandboxContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DT One behind HTTP Basic at /dtone/v1. */
public final class DtOne implements Counterpart {

    /** Its name in paths and fault rules. */
    public static final String NAME = "dtone";

    private static final List<Duration> CALLBACK_RETRIES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private final byte[] credentials;
    private final Account account;
    private final Prepaid prepaid;
    private final CatalogueCalls catalogueCalls;
    private final LineCalls lineCalls;
    private final TransactionCalls transactionCalls;
    private final TransactionSearch search;
    private final DtOneControl control;

    /** Takes key and secret from the settings {@code dtone-key} and {@code dtone-secret}. */
    public DtOne(SandboxContext context) {
        String key = context.options().setting("dtone-key", "sandbox-key");
        String secret = context.options().setting("dtone-secret", "sandbox-secret");
        this.credentials = (key + ":" + secret).getBytes(StandardCharsets.UTF_8);
        this.account = new Account(context.store(), context.random());
        Catalogue catalogue = new Catalogue(account.number());
        Lines lines = new Lines(context.store(), context.clock());
        this.prepaid = new Prepaid(context.store());
        Transactions transactions = new Transactions(context, prepaid, new Fulfilment(catalogue, lines));
        boolean missingIs404 =
                context.options().setting("dtone-missing", "empty").equals("404");
        this.catalogueCalls = new CatalogueCalls(catalogue);
        this.lineCalls = new LineCalls(catalogue, lines);
        this.transactionCalls = new TransactionCalls(catalogue, transactions);
        this.search = new TransactionSearch(catalogue, transactions, context.clock(), missingIs404);
        this.control = new DtOneControl(catalogue, lines, prepaid, transactions);
        context.outbox().register(NAME, new Outbox.Sender("callback", CALLBACK_RETRIES, delivery -> Map.of()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void register(Routes routes) {
        Routes api = routes.under("/v1").around(this::authenticated);
        catalogueCalls.register(api);
        lineCalls.register(api);
        transactionCalls.register(api);
        api.get("/transactions", "list_transactions", search::search);
        api.get("/balances", "balances", this::balances);
    }

    private Response balances(Request request) {
        boolean other =
                request.query("unit").filter(unit -> !unit.equals("USD")).isPresent();
        return Pages.answer(
                other ? List.of() : List.of(prepaid.json()),
                Pages.Wanted.of(request.query("page"), request.query("per_page")));
    }

    @Override
    public void registerControl(Routes routes) {
        control.register(routes);
    }

    @Override
    public void seed() {
        account.seed();
        prepaid.seed();
    }

    @Override
    public String controlSection() {
        return control.section();
    }

    private Handler authenticated(Handler handler) {
        return request -> allowed(request) ? handler.handle(request) : Errors.UNAUTHORIZED.response();
    }

    private boolean allowed(Request request) {
        Optional<String> basic = request.header("authorization").filter(value -> value.startsWith("Basic "));
        try {
            return basic.isPresent()
                    && MessageDigest.isEqual(
                            credentials, Base64.getDecoder().decode(basic.get().substring(6)));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    @Override
    public Response failure(int status) {
        return switch (status) {
            case 404 -> Errors.NOT_FOUND.response();
            case 413 -> Errors.BAD_REQUEST.response();
            case 429 -> Errors.TOO_MANY_REQUESTS.response();
            default -> Errors.UNEXPECTED.response();
        };
    }
}
