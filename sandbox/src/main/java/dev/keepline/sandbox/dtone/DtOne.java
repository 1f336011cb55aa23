package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Counterpart;
import dev.keepline.sandbox.Handler;
import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import dev.keepline.sandbox.SandboxContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** DT One behind HTTP Basic at /dtone/v1. */
public final class DtOne implements Counterpart {

    /** Its name in paths and fault rules. */
    public static final String NAME = "dtone";

    private final byte[] credentials;

    /** Takes key and secret from the settings {@code dtone-key} and {@code dtone-secret}. */
    public DtOne(SandboxContext context) {
        String key = context.options().setting("dtone-key", "sandbox-key");
        String secret = context.options().setting("dtone-secret", "sandbox-secret");
        this.credentials = (key + ":" + secret).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void register(Routes routes) {
        routes.under("/v1").around(this::authenticated);
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
