package dev.keepline.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/** One page of one request. Rendered in memory first: what fails while rendering becomes an error page, not half a page. */
record PageView(Pages pages, String template, Object page) implements View {

    @Override
    public String getContentType() {
        return MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = pages.frame(request);
        var output = pages.templates().page(template, frame, page);
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
}
