package dev.keepline.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a page may load and where its forms may lead (Content Security Policy, level 3). Everything is forbidden but the
 * page's own style sheet and script, recognised by a nonce, and forms that lead to us.
 */
public final class ContentPolicy {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private final String nonce;
    private final Set<String> forms = new LinkedHashSet<>();

    private ContentPolicy() {
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        this.nonce = Base64.getEncoder().encodeToString(bytes);
    }

    /** The policy of the page that answers this request. */
    public static ContentPolicy of(HttpServletRequest request) {
        var name = ContentPolicy.class.getName();
        if (request.getAttribute(name) instanceof ContentPolicy known) {
            return known;
        }
        var fresh = new ContentPolicy();
        request.setAttribute(name, fresh);
        return fresh;
    }

    /** For the {@code nonce} attribute of the page's own style sheet and script. */
    public String nonce() {
        return nonce;
    }

    /** Lets forms of this page lead on to another origin: the payment gateway, on the page before it only. */
    public void allowFormsTo(URI target) {
        int port = target.getPort();
        forms.add(target.getScheme() + "://" + target.getHost() + (port < 0 ? "" : ":" + port));
    }

    /** The header's value. */
    public String header() {
        var formTargets = forms.isEmpty() ? "" : " " + String.join(" ", forms);
        return "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce
                + "'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'" + formTargets
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
