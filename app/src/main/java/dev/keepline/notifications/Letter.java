package dev.keepline.notifications;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail in words: composed in its reader's language by whoever knows what is to be said, and laid out as text and HTML
 * by the channel.
 *
 * @param envelope whom it goes to
 * @param subject one line
 * @param body what it says
 */
public record Letter(Envelope envelope, String subject, Body body) {

    /**
     * @param to an e-mail address
     * @param language of the words
     * @param unsubscribe address that ends letters of this kind when it is posted to (RFC 8058); empty where a letter is
     *     no reminder but part of what the person does
     */
    public record Envelope(String to, Locale language, Optional<URI> unsubscribe) {}

    /**
     * @param before paragraphs above the button, plain text
     * @param action the one thing the reader can do
     * @param after paragraphs below the button, plain text: also how to do without it
     */
    public record Body(List<String> before, Optional<Action> action, List<String> after) {

        public Body {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** A button and where it leads: a link of ours, made by {@code KeeplineProperties.link}. */
    public record Action(String label, URI link) {}
}
