package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Faults;
import dev.keepline.sandbox.Handler;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.stripe.Change.Caller;
import dev.keepline.sandbox.stripe.Idempotency.Saved;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What every API call has in common: the secret key, idempotency, faults, the shape of answers and errors. */
final class Api {
    private static final String REPLAYED = "Idempotent-Replayed";

    /** A call that changes something. */
    interface Command {
        Reply run(Changes changes, Params params);
    }

    /** A call that reads. */
    interface Query {
        ObjectNode run(Params params);
    }

    /** One POST on its way. */
    private record Call(Request request, Params params, Caller caller, Command command) {
        String fingerprint() {
            return Idempotency.fingerprint(request.path(), params);
        }
    }

    private final Authentication authentication;
    private final Database database;
    private final Idempotency idempotency;
    private final Faults faults;

    Api(Authentication authentication, Database database, Idempotency idempotency, Faults faults) {
        this.authentication = authentication;
        this.database = database;
        this.idempotency = idempotency;
        this.faults = faults;
    }

    /** Answers a GET. */
    Handler reads(Function<Request, Query> query) {
        return request -> guarded(request, _ -> {
            var params = Params.of(request.rawQuery());
            var struck = Struck.take(faults, request.operation());
            if (struck.status500()) throw Refusal.internal();
            struck.before();
            var found = query.apply(request).run(params);
            var shown = new Expansion(database::find, database.now()).show(found, params.texts("expand"));
            struck.after();
            return Response.json(200, shown);
        });
    }

    /** Answers a POST. */
    Handler writes(Function<Request, Command> command) {
        return request -> guarded(request, requestId -> {
            var key = request.header("Idempotency-Key").filter(k -> !k.isEmpty());
            var caller = new Caller(Optional.of(requestId), key);
            var call = new Call(request, Params.of(request.text()), caller, command.apply(request));
            return key.isEmpty() ? execute(call) : once(call, key.get()).with("Idempotency-Key", key.get());
        });
    }

    private Response guarded(Request request, Function<String, Response> answer) {
        String requestId = database.requestId();
        Response response;
        try {
            authentication.check(request);
            response = answer.apply(requestId);
        } catch (Refusal refusal) {
            response = Response.json(refusal.status(), refusal.body());
        }
        return response.with("Request-Id", requestId).with("Stripe-Version", Stripe.API_VERSION);
    }

    private Response once(Call call, String key) {
        if (key.length() > Idempotency.LONGEST_KEY) {
            throw Refusal.invalid("", "Idempotency keys may have at most 255 characters.");
        }
        if (!idempotency.enter(key)) throw Refusal.keyInUse(key);
        try {
            var saved = idempotency.find(key, database.now());
            return saved.isEmpty() ? execute(call) : replay(call, key, saved.get());
        } finally {
            idempotency.leave(key);
        }
    }

    private static Response replay(Call call, String key, Saved saved) {
        if (!saved.fingerprint().equals(call.fingerprint())) throw Refusal.keyReused(key);
        return Response.json(saved.status(), Json.parse(saved.body()))
                .with(REPLAYED, "true")
                .with("Original-Request", saved.request());
    }

    private Response execute(Call call) {
        var struck = Struck.take(faults, call.request().operation());
        struck.before();
        Reply reply;
        try {
            if (struck.status500() && !struck.applied()) throw Refusal.internal();
            reply = run(call, struck.status500());
        } catch (Refusal refusal) {
            reply = refused(call, refusal);
        }
        struck.after();
        return Response.json(reply.status(), reply.body());
    }

    /** Does the work; what is answered is saved in the same write, so a crash keeps both or neither. */
    private Reply run(Call call, boolean answer500) {
        return database.change(
                call.caller(),
                changes -> {
                    var reply = call.command().run(changes, call.params());
                    return answer500 ? Reply.of(Refusal.internal()) : shown(changes, reply, call.params());
                },
                reply -> save(call, reply));
    }

    private static Reply shown(Changes changes, Reply reply, Params params) {
        if (reply.status() != 200) return reply;
        var expansion = new Expansion(changes::find, changes.now());
        return Reply.of(expansion.show(reply.body(), params.texts("expand")));
    }

    private Reply refused(Call call, Refusal refusal) {
        var reply = Reply.of(refusal);
        if (!refusal.replayable()) return reply;
        return database.change(call.caller(), _ -> reply, saved -> save(call, saved));
    }

    private void save(Call call, Reply reply) {
        String request = call.caller().request().orElse("");
        var saved = new Saved(call.fingerprint(), database.now(), request, reply.status(), Json.write(reply.body()));
        call.caller().idempotencyKey().ifPresent(key -> idempotency.save(key, saved));
    }
}
