package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.SandboxContext;
import dev.keepline.sandbox.stripe.Change.Caller;
import dev.keepline.sandbox.stripe.Changes.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Runs changes one after the other and stores each with its events, deliveries and later work, or not at all. */
final class Database {
    private static final String AGENDA = "stripe.time";

    private final SandboxContext context;
    private final Objects objects;
    private final Webhooks webhooks;
    private final RandomGenerator ids;

    Database(SandboxContext context, Webhooks webhooks) {
        this.context = context;
        this.objects = new Objects(context.store());
        this.webhooks = webhooks;
        this.ids = context.random();
        context.agenda().task(AGENDA, this::due);
    }

    /** Runs a change and stores what it did; a {@link Refusal} on the way stores nothing. */
    <T> T change(Caller caller, Function<Changes, T> work) {
        return change(caller, work, _ -> {});
    }

    /** As {@link #change(Caller, Function)}; {@code also} runs in the same write, to store something beside it. */
    <T> T change(Caller caller, Function<Changes, T> work, Consumer<T> also) {
        return context.store().write(() -> {
            var change = new Change(objects, now(), ids, caller);
            T result = work.apply(change);
            store(change);
            also.accept(result);
            return result;
        });
    }

    private void store(Change change) {
        change.written().forEach(objects::put);
        change.events().forEach(webhooks::send);
        for (var later : change.later()) {
            var item = Json.object().put("task", later.task().name()).put("id", later.id());
            context.agenda().at(later.due(), AGENDA, item);
        }
    }

    private void due(ObjectNode item) {
        Task task = Task.valueOf(item.path("task").asString());
        change(Caller.NOBODY, changes -> {
            Passage.run(changes, task, item.path("id").asString());
            return task;
        });
    }

    /** The object as time has left it, or Stripe's 404. */
    ObjectNode load(String object, String id, String param) {
        var found = stored(() -> objects.find(id))
                .filter(document -> document.path("object").asString().equals(object))
                .orElseThrow(() -> Refusal.noSuch(object, id, param));
        if (!Passage.overdue(found, now().getEpochSecond())) return found;
        return change(Caller.NOBODY, changes -> {
            var document = changes.load(object, id, param);
            Passage.catchUp(changes, document);
            return document;
        });
    }

    Optional<ObjectNode> find(String id) {
        return objects.find(id);
    }

    List<ObjectNode> list(String object, Objects.Page page, Predicate<ObjectNode> wanted) {
        return stored(() -> objects.newestFirst(object, page, wanted));
    }

    /** Reads only what is on file already: nobody is told of a state that a kill could take back. */
    private <T> T stored(Supplier<T> read) {
        return context.store().write(read);
    }

    Instant now() {
        return context.clock().instant();
    }

    String requestId() {
        return "req_" + Long.toUnsignedString(ids.nextLong(), 36);
    }
}
