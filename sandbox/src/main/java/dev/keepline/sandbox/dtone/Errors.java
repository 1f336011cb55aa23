package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Response;
import tools.jackson.databind.node.ObjectNode;

/** The documented error codes; the body is {@code {"errors":[{"code","message"}]}}. */
enum Errors {
    BAD_REQUEST(1000400, 400, "Bad Request"),
    UNAUTHORIZED(1000401, 401, "Unauthorized"),
    NOT_FOUND(1000404, 404, "Resource not found"),
    TOO_MANY_REQUESTS(1000429, 429, "Too many requests"),
    PRODUCT_NOT_AVAILABLE(1003001, 404, "Product is not available in your account"),
    AMOUNT_OUT_OF_RANGE(1003002, 400, "Requested product amount is out of range"),
    UNIT_INVALID(1003003, 400, "Requested product unit is invalid"),
    MOBILE_NUMBER_INVALID(1005003, 400, "Credit party mobile number is invalid"),
    SERVICE_NOT_FOUND(1005004, 404, "Service not found"),
    COUNTRY_NOT_FOUND(1005005, 404, "Country not found"),
    OPERATOR_NOT_FOUND(1005006, 404, "Operator not found"),
    INSUFFICIENT_BALANCE(1006001, 400, "Insufficient balance"),
    EXTERNAL_ID_USED(1007001, 400, "Transaction external ID has already been used"),
    ALREADY_CONFIRMED(1007002, 400, "Transaction has already been confirmed"),
    CANNOT_CONFIRM(1007004, 400, "Transaction can no longer be confirmed"),
    ALREADY_CANCELLED(1007005, 400, "Transaction has already been cancelled"),
    CANNOT_CANCEL(1007007, 400, "Transaction can no longer be cancelled"),
    METHOD_NOT_SUPPORTED(1007500, 400, "Method not supported by operator"),
    TRANSACTION_NOT_FOUND(1008004, 404, "Transaction not found"),
    UNEXPECTED(1009001, 500, "Unexpected error, please contact our support team"),
    UNAVAILABLE(1009503, 503, "Service unavailable, please retry later");

    private final int code;
    private final int status;
    private final String message;

    Errors(int code, int status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    Response response() {
        return response(message);
    }

    /** The same code with a message that says which field was wrong. */
    Response response(String detail) {
        ObjectNode body = Json.object();
        body.putArray("errors").addObject().put("code", code).put("message", detail);
        return Response.json(status, body);
    }
}
