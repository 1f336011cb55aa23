package dev.keepline.portal.errors;

import dev.keepline.imports.LineImports;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.regex.Pattern;

/**
 * A page for what went wrong.
 *
 * @param kind the last part of its keys: missing, form, unreadable, refused, unsent, large, much, often, busy, down, broken, paying
 * @param trace the number under which the log has what happened; empty where it has nothing
 * @param form the page of a form that was not taken; the first page for anything else
 */
public record ErrorPage(String kind, String trace, String form) {

    /** Where files are uploaded: too much can only be a file there. */
    private static final String UPLOADS = "/console/imports";

    private static final Pattern PAY = Pattern.compile("/quotes/[^/]+/pay");
    private static final long MB = 1024 * 1024;

    /** Where a form can be about money. */
    private static final Pattern MONEY = Pattern.compile("/(quotes|renewals)/.*|/lines/[^/]+/renew");

    /** @param path what was asked for: where somebody pressed to pay, more is said of the money, elsewhere nothing */
    static ErrorPage of(int status, String path, String trace, String form) {
        if (status == 403) {
            return new ErrorPage(MONEY.matcher(path).matches() ? "refused" : "unsent", trace, form);
        }
        if (status >= 500 && PAY.matcher(path).matches()) {
            return new ErrorPage("paying", trace, "/");
        }
        return status == 413 && path.equals(UPLOADS) ? new ErrorPage("large", trace, "/") : of(status, trace);
    }

    static ErrorPage of(int status, String trace) {
        return new ErrorPage(
                switch (status) {
                    case 400, 406, 415, 431 -> "unreadable";
                    case 403 -> "refused";
                    case 405 -> "form";
                    case 413 -> "much";
                    case 429 -> "often";
                    case 503 -> "busy";
                    default -> status >= 400 && status < 500 ? "missing" : "broken";
                },
                trace,
                "/");
    }

    /** The same while our database does not answer. Where somebody pressed to pay, what is said of the money stands. */
    ErrorPage when(boolean down) {
        return down && !kind.equals("paying") ? new ErrorPage("down", trace, form) : this;
    }

    /** Whether money or a line could be what somebody worries about. */
    public boolean money() {
        return !kind.equals("unsent");
    }

    /** What happened. */
    public Shown intro(Words w) {
        return w.h("error." + kind + ".intro", "mb", LineImports.MOST_BYTES / MB, "n", LineImports.MOST_ROWS);
    }
}
