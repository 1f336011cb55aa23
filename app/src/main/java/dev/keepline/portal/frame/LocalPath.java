package dev.keepline.portal.frame;

/** A page of ours that a form names to go on to. What leads elsewhere, or could be read so, becomes the first page. */
public final class LocalPath {

    private LocalPath() {}

    /** The path itself when it is one of ours, else {@code /}. */
    public static String of(String path) {
        return path.matches("/([A-Za-z0-9][A-Za-z0-9._~/-]*)?") && !path.contains("//") ? path : "/";
    }
}
