package dev.keepline.portal.errors;

import dev.keepline.identity.AnswerHeaders;
import dev.keepline.identity.ContentPolicy;
import dev.keepline.portal.frame.Pages;
import dev.keepline.settings.KeeplineProperties;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * What Tomcat cannot read, such as {@code /%} or a host that is none, it refuses before any filter of ours runs. Such an
 * answer too has the headers of every answer and a page of ours: a small one, since of such a request nothing is known.
 */
@Component
@ConditionalOnWebApplication
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final Pages pages;
    private final boolean secure;

    UnreadableRequests(Pages pages, KeeplineProperties settings) {
        this.pages = pages;
        this.secure = settings.isPublicUrlSecure();
    }

    /** The last valve that is added answers first. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Answer(pages, secure)));
    }

    private static final class Answer extends ErrorReportValve {

        private final Pages pages;
        private final boolean secure;

        Answer(Pages pages, boolean secure) {
            this.pages = pages;
            this.secure = secure;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            AnswerHeaders.of(request, secure).forEach(response::setHeader);
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader(
                    "Content-Language", pages.words(request).language().tag());
            try {
                response.getReporter().write(page(request, status));
                response.finishResponse();
            } catch (IOException gone) {
                containerLog(gone);
            }
        }

        private void containerLog(IOException gone) {
            getContainer().getLogger().debug("who asked is gone", gone);
        }

        private String page(Request request, int status) {
            var w = pages.words(request);
            var path = request.getRequestURI();
            var page = ErrorPage.of(status, path == null ? "" : path, "", "/");
            var key = "error." + page.kind();
            return """
                    <!doctype html>
                    <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
                    <meta name="color-scheme" content="light dark"><title>%s · Keepline</title>\
                    <style nonce="%s">body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}</style></head>
                    <body><main><h1>%s</h1><p>%s</p><p>%s</p><p><a href="/">%s</a></p></main></body></html>
                    """.formatted(
                            w.language().tag(),
                            w.t(key + ".title"),
                            ContentPolicy.of(request).nonce(),
                            w.t(key + ".title"),
                            page.intro(w).plain(),
                            w.has(key + ".money") ? w.t(key + ".money") : "",
                            w.t("error.home"));
        }
    }
}
