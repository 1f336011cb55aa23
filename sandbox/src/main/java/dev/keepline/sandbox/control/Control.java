package dev.keepline.sandbox.control;

import dev.keepline.sandbox.Counterpart;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.SandboxContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Everything under /control, the page at / and /health. Refusals are 400 with {@code {"error": sentence}}. */
public final class Control {

    private final List<Routes> tables = new ArrayList<>();

    /** Control over these counterparts. */
    public Control(SandboxContext context, List<Counterpart> counterparts, ControlActions actions) {
        Routes own = new Routes();
        own.get("/health", "health", request -> Response.json(200, Json.object().put("status", "ok")));
        actions.register(own);
        new ControlPage(context, counterparts, actions).register(own);
        tables.add(own);
        for (Counterpart counterpart : counterparts) {
            Routes routes = new Routes().under("/control/" + counterpart.name());
            counterpart.registerControl(routes);
            tables.add(routes);
        }
    }

    /** The handler for a call, or nothing. */
    public Optional<Routes.Match> find(String method, String path) {
        return tables.stream()
                .flatMap(routes -> routes.find(method, path).stream())
                .findFirst();
    }

    /** Answers a call; another site's page in the same browser may not make one. */
    public Response answer(Optional<Routes.Match> match, Request request) {
        if (match.isEmpty()) {
            return refuse(404, "there is nothing at " + request.path());
        }
        if (!request.method().equals("GET") && fromAnotherSite(request)) {
            return refuse(403, "calls from another site's page are refused");
        }
        try {
            return match.get().handler().handle(request);
        } catch (JacksonException _) {
            return refuse(400, "the body is not JSON");
        } catch (IllegalArgumentException wrong) {
            return refuse(400, String.valueOf(wrong.getMessage()));
        }
    }

    private boolean fromAnotherSite(Request request) {
        Optional<String> origin = request.header("origin");
        return origin.isPresent()
                && !origin.get().equals("http://" + request.header("host").orElse(""));
    }

    private static Response refuse(int status, String why) {
        return Response.json(status, Json.object().put("error", why));
    }
}
