package dev.keepline.sandbox.mail;

import static dev.keepline.sandbox.Html.escape;

import dev.keepline.sandbox.Request;
import dev.keepline.sandbox.Response;
import dev.keepline.sandbox.Routes;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The inbox in a browser. Letters' HTML is shown in a frame that runs no script and loads nothing. */
final class InboxPages {

    private static final int SHOWN = 200;

    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    void register(Routes routes) {
        routes.get("", "inbox", _ -> list());
        routes.get("/{number}", "inbox", request -> of(request, InboxPages::letter));
        routes.get("/{number}/html", "inbox", request -> of(request, InboxPages::html));
    }

    private Response of(Request request, Function<Received, Response> shown) {
        Optional<Received> found = inbox.find(request.parameter("number"));
        return found.map(shown).orElseGet(() -> Response.text(404, "There is no such letter."));
    }

    private Response list() {
        String rows = inbox.newest().stream()
                .limit(SHOWN)
                .map(letter -> "<tr><td>%s</td><td>%s</td><td><a href=\"/mail/%d\">%s</a></td></tr>"
                        .formatted(
                                escape(letter.at().substring(0, 19).replace('T', ' ')),
                                escape(letter.to()),
                                letter.number(),
                                escape(letter.subject())))
                .collect(Collectors.joining());
        return Response.html(200, page("Inbox", rows.isEmpty() ? "<p>No letter yet.</p>" : """
                <table><thead><tr><th scope="col">UTC</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
                <tbody>%s</tbody></table>
                """.formatted(rows)));
    }

    private static Response letter(Received letter) {
        return Response.html(200, page(letter.subject(), """
                <p><a href="/mail/">Inbox</a></p><h1>%s</h1><p>To %s, %s</p>
                <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/%d/html" title="The letter"></iframe>
                <h2>As text</h2><pre>%s</pre>
                """.formatted(
                        escape(letter.subject()),
                        escape(letter.to()),
                        escape(letter.at()),
                        letter.number(),
                        linked(escape(letter.text())))));
    }

    private static String linked(String escaped) {
        return escaped.replaceAll("(https?://\\S+)", "<a href=\"$1\">$1</a>");
    }

    private static Response html(Received letter) {
        String opening = letter.html().replaceFirst("<head>", "<head><base target=\"_blank\">");
        return Response.html(200, opening)
                .with(
                        "Content-Security-Policy",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                                + " style-src 'unsafe-inline'");
    }

    private static String page(String title, String main) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s: sandbox mail</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><style>%s</style></head>
                <body><p class="band">Sandbox mail: nothing here was delivered to anybody.
                <a href="/">Control page</a></p><main>%s</main></body></html>
                """.formatted(escape(title), STYLE, main);
    }

    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}
            main{max-width:64rem;margin:1.25rem auto;padding:0 1.25rem}.band{background:#7a4100;color:#fff;margin:0;padding:.5rem 1.25rem}
            .band a{color:#fff}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #8884}
            iframe{width:100%;height:34rem;border:1px solid #8886;border-radius:.5rem;background:Canvas}pre{white-space:pre-wrap;overflow-wrap:anywhere}
            """;
}
