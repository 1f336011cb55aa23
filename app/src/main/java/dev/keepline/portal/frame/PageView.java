package dev.keepline.portal.frame;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/** One page of one request. Rendered in memory first: what fails while rendering becomes an error page, not half a page. */
record PageView(Pages pages, String template, Object page) implements View {

    private static final String MAIN = "<main id=\"main\" class=\"wrap\">";

    @Override
    public String getContentType() {
        return MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request);
        var again = Again.of(request);
        var output = pages.templates().page(template, frame, page);
        if (again.isPresent()) {
            response.setStatus(again.get().why().status());
            output = filled(output, again.get(), frame);
        }
        var said = Said.key(request);
        if (said.isPresent() && again.isEmpty()) {
            output = written(html(output), said, frame);
        }
        response.setContentType(getContentType());
        response.setHeader("Content-Language", frame.words().language().tag());
        response.addHeader("Vary", "Accept-Language, Cookie");
        response.addHeader("Vary", "Accept-Encoding");
        if (Packed.suits(request, output.getContentLength())) {
            byte[] packed = Packed.gzip(output.toByteArray());
            response.setHeader("Content-Encoding", "gzip");
            response.setContentLength(packed.length);
            response.getOutputStream().write(packed);
        } else {
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }

    /** The page with what was typed, and why it is shown again. */
    private static Utf8ByteOutput filled(Utf8ByteOutput page, Again again, Frame frame) {
        var filled = Filled.in(html(page), again.kept());
        return written(filled.html(), again.why().words(filled.any()), frame);
    }

    private static String html(Utf8ByteOutput page) {
        return new String(page.toByteArray(), StandardCharsets.UTF_8);
    }

    private static Utf8ByteOutput written(String html, Optional<String> key, Frame frame) {
        var said = key.map(words -> "<p class=\"again\" role=\"status\">"
                        + Filled.escaped(frame.words().t(words)) + "</p>")
                .orElse("");
        var output = new Utf8ByteOutput();
        output.writeContent(html.replace(MAIN, MAIN + said));
        return output;
    }
}
