package dev.keepline.portal.words;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.regex.Pattern;

/** A piece of text in its two forms: plain for attributes and titles, HTML (already escaped) for the page itself. */
public record Shown(String plain, String html) implements Content {

    /** A name of a letter and a word, which looks torn at its hyphen: T-Mobile. */
    private static final Pattern HYPHENED = Pattern.compile("\\b[A-Z]-[A-Z][a-z]+\\b");

    /** Text without any markup of its own. */
    public static Shown text(String plain) {
        return new Shown(plain, HYPHENED.matcher(escape(plain)).replaceAll("<span class=\"nb\">$0</span>"));
    }

    /** Text that must not break across lines: numbers of lines, dates, amounts. */
    public static Shown unbroken(String plain) {
        return new Shown(plain, "<span class=\"nb\">" + escape(plain) + "</span>");
    }

    /** A moment or a date, with its machine-readable form. */
    public static Shown time(String iso, String plain) {
        return new Shown(plain, "<time datetime=\"" + escape(iso) + "\">" + escape(plain) + "</time>");
    }

    /** The same text in bold. */
    public Shown strong() {
        return new Shown(plain, "<b>" + html + "</b>");
    }

    /** A short form, and the long one for whoever opens it under these words. */
    public static Shown disclosed(Shown brief, String open, Shown whole) {
        return new Shown(
                brief.plain(),
                brief.html() + "<details><summary>" + escape(open) + "</summary>" + whole.html() + "</details>");
    }

    /** The same text as a link. */
    public Shown linked(String path) {
        return new Shown(plain, "<a href=\"" + escape(path) + "\">" + html + "</a>");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public String toString() {
        return plain;
    }

    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
