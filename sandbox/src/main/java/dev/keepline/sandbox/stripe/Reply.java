package dev.keepline.sandbox.stripe;

import tools.jackson.databind.node.ObjectNode;

/** The answer of a call: an HTTP status and a body. */
record Reply(int status, ObjectNode body) {

    static Reply of(ObjectNode body) {
        return new Reply(200, body);
    }

    static Reply of(Refusal refusal) {
        return new Reply(refusal.status(), refusal.body());
    }
}
