package dev.keepline.sandbox.stripe;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.SandboxFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects are kept in the shape Stripe answers with. What only the sandbox knows (which test card, which session) lies
 * under one private name and is never shown.
 */
final class Documents {
    private static final String PRIVATE = "_sandbox";
    private static final Map<String, ObjectNode> BLANKS = new ConcurrentHashMap<>();

    private Documents() {}

    /** A new object with every field Stripe sends, empty; the shapes lie beside this class as JSON. */
    static ObjectNode blank(String object) {
        return BLANKS.computeIfAbsent(object, Documents::read).deepCopy();
    }

    /** The private part, made when there is none. */
    static ObjectNode inner(ObjectNode document) {
        return document.withObjectProperty(PRIVATE);
    }

    /** A copy as the API shows it. */
    static ObjectNode shown(ObjectNode document) {
        var copy = document.deepCopy();
        copy.remove(PRIVATE);
        return copy;
    }

    static ObjectNode metadata(Map<String, String> entries) {
        var node = Json.object();
        entries.forEach(node::put);
        return node;
    }

    private static ObjectNode read(String object) {
        try (InputStream in = Documents.class.getResourceAsStream(object + ".json")) {
            if (in == null)
                throw new SandboxFailure("The sandbox lacks its shape of a " + object + ": build it again.");
            return Json.parse(in.readAllBytes()).asObject();
        } catch (IOException unreadable) {
            throw new SandboxFailure("The sandbox cannot read its shape of a " + object + ".", unreadable);
        }
    }
}
