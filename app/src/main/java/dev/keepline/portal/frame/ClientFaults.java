package dev.keepline.portal.frame;

import java.util.OptionalInt;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;

/**
 * Tells what somebody sent that nobody can read from what broke here: an error in the log is for the operator's people, and
 * anybody at all could write as many as they like.
 */
final class ClientFaults {

    private static final int UNREADABLE = 400;

    /** Causes that are looked at: a chain may lead back to itself. */
    private static final int DEEPEST = 8;

    private ClientFaults() {}

    /** The status such a failure is answered with; empty where the failure is ours. */
    static OptionalInt status(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            int status = of(cause);
            if (status >= 400 && status < 500) {
                return OptionalInt.of(status);
            }
            cause = cause.getCause();
        }
        return OptionalInt.empty();
    }

    private static int of(Throwable cause) {
        return switch (cause) {
            case InvalidParameterException unreadable -> unreadable.getErrorCode();
            case BadRequestException _, RequestRejectedException _ -> UNREADABLE;
            case ErrorResponse answer -> answer.getStatusCode().value();
            default -> 0;
        };
    }
}
