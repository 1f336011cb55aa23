package dev.keepline.portal.frame;

import dev.keepline.portal.words.Words;
import java.nio.charset.StandardCharsets;

/** Renders parts of a page after its request has been answered, in the same language and frame. */
public record Painter(Templates templates, Frame frame) {

    public Words words() {
        return frame.words();
    }

    /** A part of a page, as text. */
    public String part(String name, Object page) {
        return new String(templates.page("part/" + name, frame, page).toByteArray(), StandardCharsets.UTF_8);
    }
}
