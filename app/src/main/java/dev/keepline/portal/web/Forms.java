package dev.keepline.portal.web;

import dev.keepline.portal.support.Draft;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.support.Written;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What forms with a text field have in common. */
final class Forms {

    private Forms() {}

    /** A form of the operator with a text field; what is missing is empty. */
    record Typed(
            @Nullable String key,
            @Nullable String text,
            @Nullable String act) {

        UUID form() {
            return Forms.key(Objects.requireNonNullElse(key, ""));
        }

        String words() {
            return Objects.requireNonNullElse(text, "");
        }

        String wanted() {
            return Objects.requireNonNullElse(act, "");
        }
    }

    /** The same with somebody else's name of a thing. */
    record Deed(
            @Nullable String key,
            @Nullable String text,
            @Nullable String act,
            @Nullable String reference) {

        Typed typed() {
            return new Typed(key, text, act);
        }

        String named() {
            return Objects.requireNonNullElse(reference, "");
        }
    }

    /** The key a form was made with; a form without one gets one of its own. */
    static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    /** The field again, with why it was not sent. A card's number goes back to the browser covered, and nowhere else. */
    static Draft draft(UUID key, Written written, String typed, SupportTexts texts) {
        var kept = written instanceof Written.CardNumber(var masked) ? masked : typed;
        return new Draft(key, kept, texts.problem(written));
    }
}
