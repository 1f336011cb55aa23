package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import tools.jackson.databind.node.ObjectNode;

/** Statuses by class. Class ids and messages are the vendor's; the status ids are ours, the vendor publishes none. */
enum Status {
    CREATED(1, 0, "CREATED"),
    CONFIRMED(2, 0, "CONFIRMED"),
    CANCELLED(4, 0, "CANCELLED"),
    SUBMITTED(5, 0, "SUBMITTED"),
    COMPLETED(7, 0, "COMPLETED"),
    REVERSED(8, 0, "REVERSED"),
    DECLINED(9, 0, "DECLINED"),
    DECLINED_INVALID_CREDIT_PARTY(9, 1, "DECLINED"),
    DECLINED_BARRED_CREDIT_PARTY(9, 2, "DECLINED"),
    DECLINED_INELIGIBLE_CREDIT_PARTY(9, 3, "DECLINED"),
    DECLINED_OPERATOR_CURRENTLY_UNAVAILABLE(9, 4, "DECLINED"),
    DECLINED_DUPLICATED_TRANSACTION(9, 5, "DECLINED"),
    DECLINED_EXCEPTION(9, 6, "DECLINED");

    private final int classId;
    private final int variant;
    private final String className;

    Status(int classId, int variant, String className) {
        this.classId = classId;
        this.variant = variant;
        this.className = className;
    }

    int id() {
        return classId * 10_000 + variant * 100;
    }

    boolean ended() {
        return classId != 1 && classId != 2 && classId != 5;
    }

    boolean completed() {
        return this == COMPLETED;
    }

    /** The name in answers: {@code DECLINED-INVALID-CREDIT-PARTY}. */
    String message() {
        return name().replace('_', '-');
    }

    ObjectNode json() {
        ObjectNode node = Json.object().put("id", id()).put("message", message());
        node.putObject("class").put("id", classId).put("message", className);
        return node;
    }

    static Status of(ObjectNode transaction) {
        return valueOf(transaction.path("status").path("message").asString().replace('-', '_'));
    }
}
