package dev.keepline.sandbox;

/** The one place where text becomes HTML. */
public final class Html {

    private Html() {}

    /** Text made safe between tags and inside quoted attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
