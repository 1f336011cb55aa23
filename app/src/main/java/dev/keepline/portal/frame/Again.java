package dev.keepline.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** A page with a form that is shown again, filled in. */
public record Again(KeptForm kept, Why why) {

    static final String NAME = Again.class.getName();

    /** Why it is shown. */
    public enum Why {
        /** Somebody wants to read it in another language. */
        LANGUAGE(200),
        /** Somebody has to sign in first: the page is the form to do so. */
        SIGN_IN(401),
        /** Somebody has signed in, and goes on. */
        SIGNED_IN(200),
        /** The form was too old to be taken. */
        TOO_OLD(403);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** What the page says about it, where it says anything that it would not say anyway. */
        Optional<String> words(boolean filled) {
            return switch (this) {
                case LANGUAGE, SIGN_IN -> Optional.empty();
                case SIGNED_IN -> Optional.of(filled ? "again.signedin" : "again.unsent");
                case TOO_OLD -> Optional.of(filled ? "again.old" : "again.unsent");
            };
        }
    }

    static Optional<Again> of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Again again ? Optional.of(again) : Optional.empty();
    }
}
