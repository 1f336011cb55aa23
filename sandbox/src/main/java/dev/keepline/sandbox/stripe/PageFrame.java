package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.Html.escape;

import java.util.Locale;

/** What all hosted pages share: the band that says sandbox, the width of a phone, light and dark. */
final class PageFrame {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#16191d;--dim:#565e67;--paper:#f5f6f4;--sheet:#fff;--edge:#7d868f;
            --accent:#0b5466;--on:#fff;--bad:#a3261c;--rule:#dde1de}
            @media (prefers-color-scheme:dark){:root{--ink:#e9ecef;--dim:#a8b1ba;--paper:#101416;--sheet:#182022;
            --edge:#74808a;--accent:#72c8d8;--on:#06252c;--bad:#ff9d90;--rule:#2b3538}}
            *{box-sizing:border-box}
            body{margin:0;font:1rem/1.5 system-ui,-apple-system,"Noto Sans","Noto Sans CJK SC",sans-serif;
            background:var(--paper);color:var(--ink)}
            .band{margin:0;padding:.5rem 1rem;background:#7a4100;color:#fff;font-weight:600;text-align:center}
            main{max-width:27rem;margin:0 auto;padding:1.5rem 1rem 3rem}
            h1{font-size:1rem;font-weight:400;color:var(--dim);margin:0}
            .sum{font-size:2.25rem;font-weight:650;margin:0;font-variant-numeric:tabular-nums}
            ul{list-style:none;margin:.75rem 0 1.5rem;padding:0;border-top:1px solid var(--rule)}
            li{display:flex;justify-content:space-between;gap:1rem;padding:.5rem 0;border-bottom:1px solid var(--rule)}
            form,details{background:var(--sheet);border:1px solid var(--rule);border-radius:.75rem;padding:1rem;
            display:grid;gap:1rem;margin:0 0 1rem}
            details{display:block}summary{cursor:pointer}td{padding:.15rem .75rem .15rem 0}
            label{display:grid;gap:.25rem;font-weight:600}
            input,button,.button{font:inherit;min-height:2.75rem;border-radius:.5rem;padding:.4rem .75rem;width:100%}
            input{border:1px solid var(--edge);background:transparent;color:inherit}
            input[aria-invalid]{border-color:var(--bad);border-width:2px}
            .pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:start}
            button,.button{border:0;background:var(--accent);color:var(--on);font-weight:650;cursor:pointer}
            .button{display:grid;place-items:center;text-decoration:none}
            button.quiet{background:transparent;color:var(--accent);border:1px solid var(--edge)}
            .bad{color:var(--bad);font-weight:600;margin:0}small{font-weight:400}
            .alert{border:2px solid var(--bad);border-radius:.5rem;padding:.5rem .75rem}
            a{color:var(--accent)}.dim{color:var(--dim);margin:0 0 1rem}
            :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
            """;

    private PageFrame() {}

    /** A whole page around trusted HTML. */
    static String around(Locale locale, Word title, String main) {
        String language = locale.getLanguage().equals("zh") ? "zh-CN" : "en";
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex"><title>%s · SANDBOX</title><style>%s</style></head>
                <body><p class="band">%s</p><main>%s</main></body></html>
                """.formatted(language, escape(title.in(locale)), STYLE, escape(Word.BAND.in(locale)), main);
    }

    /** A page that only says something; {@code below} is trusted HTML. */
    static String notice(Locale locale, Word title, Word text, String below) {
        return around(
                locale,
                title,
                "<p class=\"sum\" role=\"heading\" aria-level=\"1\">%s</p><p class=\"dim\">%s</p>%s"
                        .formatted(escape(title.in(locale)), escape(text.in(locale)), below));
    }

    /** A link that looks like a button; nothing when there is no address. */
    static String link(String url, String text) {
        return url.isEmpty() ? "" : "<a class=\"button\" href=\"%s\">%s</a>".formatted(escape(url), escape(text));
    }
}
