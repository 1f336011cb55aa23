package dev.keepline.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** One page with all pictures, a row for each page and state. */
final class ContactSheet {

    private static final String STYLE = """
            body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; background: #777; color: #fff }
            h2 { margin: 1.5rem 0 .5rem; font-size: 1rem }
            div { display: flex; gap: .5rem; overflow-x: auto; align-items: flex-start; padding-bottom: .5rem }
            figure { margin: 0; flex: none }
            figcaption { font-size: .75rem }
            img { display: block; height: 22rem; width: auto; background: #fff }
            """;

    private final Path folder;
    private final List<Shot> shots = new ArrayList<>();

    ContactSheet(Path folder) {
        this.folder = folder;
    }

    /** @param width in pixels */
    record Shot(String page, String language, int width, boolean dark) {

        String file() {
            return "%s-%s-%d-%s.png".formatted(page, language, width, dark ? "dark" : "light");
        }

        String caption() {
            return "%s, %d px, %s".formatted(language, width, dark ? "dark" : "light");
        }
    }

    void add(Shot shot) {
        shots.add(shot);
    }

    /** Writes it. @return one line that says what there is and where */
    String write() throws IOException {
        var rows = new LinkedHashMap<String, StringBuilder>();
        for (var shot : shots) {
            rows.computeIfAbsent(shot.page(), _ -> new StringBuilder())
                    .append("""
                            <figure><a href="%s"><img loading="lazy" src="%1$s" alt="%s, %s"></a><figcaption>%3$s</figcaption></figure>
                            """.formatted(shot.file(), shot.page(), shot.caption()));
        }
        var html = new StringBuilder(
                        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Keepline: every page</title><style>")
                .append(STYLE)
                .append("</style><h1>Every page: ")
                .append(rows.size())
                .append(" states, ")
                .append(shots.size())
                .append(" pictures</h1>");
        rows.forEach((page, pictures) -> html.append("<h2 id=\"%s\">%1$s</h2><div>%s</div>".formatted(page, pictures)));
        var file = folder.resolve("index.html");
        Files.writeString(file, html);
        return "%d pictures of %d pages and states: %s"
                .formatted(shots.size(), rows.size(), file.toAbsolutePath().normalize());
    }
}
