package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Faults;
import dev.keepline.sandbox.Handler;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.stripe.Checkout.Step;
import dev.keepline.sandbox.stripe.TypedCard.Unusable;
import dev.keepline.sandbox.stripe.TypedCard.Usable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The pages a person pays on: forms and redirects, nothing that needs a script. */
final class HostedPages {
    static final String PAY = "/c/pay/";
    static final String CHALLENGE = "/3ds/";

    private final Database database;
    private final Checkout checkout;
    private final Faults faults;

    HostedPages(Database database, Checkout checkout, Faults faults) {
        this.database = database;
        this.checkout = checkout;
        this.faults = faults;
    }

    void register(Routes routes) {
        routes.get(PAY + "{id}", "page.show", guarded(this::show))
                .post(PAY + "{id}", "page.pay", guarded(this::pay))
                .get(CHALLENGE + "{id}", "page.challenge", guarded(this::challenge))
                .post(CHALLENGE + "{id}", "page.authenticate", guarded(this::authenticate));
    }

    private Response show(Request request) {
        var session = session(request.parameter("id"));
        if (!Sessions.isOpen(session)) return closed(session, request);
        var problems = checkout.lastDecline(session);
        return page(200, new PayPage(session, locale(session, request)).open(problems, Map.of()));
    }

    private Response pay(Request request) {
        String id = request.parameter("id");
        var session = session(id);
        if (!Sessions.isOpen(session)) return closed(session, request);
        var typed = TypedCard.check(
                request.form("number").orElse(""),
                request.form("expiry").orElse(""),
                request.form("cvc").orElse(""),
                database.now());
        return switch (typed) {
            case Unusable(var problems) -> {
                var page = new PayPage(session, locale(session, request));
                yield page(422, page.open(Optional.empty(), problems));
            }
            case Usable usable ->
                go(checkout.pay(id, usable, request.form("email").orElse("")), id);
        };
    }

    private Response challenge(Request request) {
        var intent = database.load("payment_intent", request.parameter("id"), "intent");
        var locale = sessionOf(intent).map(session -> locale(session, request)).orElseGet(() -> browser(request));
        return page(200, new ChallengePage(intent, locale).html());
    }

    private Response authenticate(Request request) {
        String id = request.parameter("id");
        var intent = database.load("payment_intent", id, "intent");
        boolean passed = request.form("result").orElse("").equals("complete");
        String session = Documents.inner(intent).path("session").asString("");
        return go(checkout.authenticate(id, passed), session);
    }

    /** On with a GET, so that neither reload nor Back pays again. */
    private Response go(Step step, String sessionId) {
        return switch (step) {
            case Step.Leave(var url) -> Response.seeOther(url);
            case Step.Challenge(var intent) -> Response.seeOther("/" + Stripe.NAME + CHALLENGE + intent);
            case Step.TryAgain _, Step.TooLate _ -> Response.seeOther("/" + Stripe.NAME + PAY + sessionId);
        };
    }

    private ObjectNode session(String id) {
        return database.load("checkout.session", id, "session");
    }

    private Optional<ObjectNode> sessionOf(ObjectNode intent) {
        return database.find(Documents.inner(intent).path("session").asString(""));
    }

    private Response closed(ObjectNode session, Request request) {
        return page(200, new PayPage(session, locale(session, request)).closed());
    }

    private Handler guarded(Handler handler) {
        return request -> {
            var struck = Struck.take(faults, request.operation());
            struck.before();
            if (struck.status500() && !struck.applied()) return trouble(request);
            Response response;
            try {
                response = handler.handle(request);
            } catch (Refusal unknown) {
                response = notice(unknown.status(), request, Word.UNKNOWN_TITLE, Word.UNKNOWN);
            }
            struck.after();
            return struck.status500() ? trouble(request) : response;
        };
    }

    private static Response trouble(Request request) {
        return notice(500, request, Word.TROUBLE_TITLE, Word.TROUBLE);
    }

    private static Response notice(int status, Request request, Word title, Word text) {
        return page(status, PageFrame.notice(browser(request), title, text, ""));
    }

    /** Never kept by the browser: Back must show what is true now. */
    private static Response page(int status, String html) {
        return Response.html(status, html)
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** The session's language or, when it leaves it open, the browser's. */
    private static Locale locale(ObjectNode session, Request request) {
        String asked = session.path("locale").asString("");
        return asked.isEmpty() || asked.equals("auto") ? browser(request) : Locale.forLanguageTag(asked);
    }

    private static Locale browser(Request request) {
        String first = request.header("Accept-Language").orElse("en").split("[,;]", 2)[0];
        return Locale.forLanguageTag(first.strip());
    }
}
