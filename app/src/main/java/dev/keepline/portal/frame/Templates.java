package dev.keepline.portal.frame;

import dev.keepline.portal.words.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** Renders the templates that the build compiled: a page is its frame and one value of its own. */
public final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "dev.keepline.portal.templates");

    /** The whole page, in memory: nothing has been sent when rendering fails. */
    public Utf8ByteOutput page(String name, Frame frame, Object page) {
        var output = new Utf8ByteOutput();
        engine.render(name + ".jte", Map.of("f", frame, "page", page), output);
        return output;
    }

    /** A paper, as XHTML for print. */
    public String paper(String name, Words words, Object page) {
        var output = new StringOutput();
        engine.render("pdf/" + name + ".jte", Map.of("w", words, "page", page), output);
        return output.toString();
    }

    /** A page that stands alone, outside the frame: for an archive. */
    public String alone(String name, Words words, Object page) {
        var output = new StringOutput();
        engine.render("alone/" + name + ".jte", Map.of("w", words, "page", page), output);
        return output.toString();
    }
}
