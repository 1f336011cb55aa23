package dev.keepline.portal.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A page of ours that a form names to go on to. What leads elsewhere, or could be read so, becomes the first page. */
public final class LocalPath {

    private LocalPath() {}

    private static final Pattern OURS =
            Pattern.compile("/([A-Za-z0-9][A-Za-z0-9._~/-]*)?(\\?[A-Za-z0-9._~%=&+-]{0,1000})?");

    /** The path itself, with its query, when it is one of ours, else {@code /}. */
    public static String of(String path) {
        return OURS.matcher(path).matches() && !path.contains("//") ? path : "/";
    }

    /** The address of a page that goes on to another afterwards, where that is not the first page. */
    public static String with(String page, String next) {
        var local = of(next);
        var joint = page.contains("?") ? "&next=" : "?next=";
        return local.equals("/") ? page : page + joint + URLEncoder.encode(local, StandardCharsets.UTF_8);
    }
}
