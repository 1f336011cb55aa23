package dev.keepline.notifications.mail;

import dev.keepline.notifications.Letter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;

/** Lays a letter out as plain text and as HTML that any mail program shows: nothing is loaded from elsewhere. */
final class LetterLayout {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, LetterLayout.class.getClassLoader(), "dev.keepline.portal.templates");

    private LetterLayout() {}

    /** The two alternatives of one letter. */
    record Parts(String text, String html) {}

    static Parts parts(Letter letter) {
        var html = new StringOutput();
        ENGINE.render("mail/letter.jte", letter, html);
        return new Parts(text(letter.body()), html.toString());
    }

    private static String text(Letter.Body body) {
        List<String> blocks = new ArrayList<>(body.before());
        body.action().ifPresent(action -> blocks.add(action.label() + "\n" + action.link()));
        blocks.addAll(body.after());
        return String.join("\n\n", blocks) + "\n";
    }
}
