package dev.keepline.portal.papers;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import dev.keepline.portal.frame.Templates;
import dev.keepline.portal.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Prints papers as tagged PDF (PDF/UA-1), with their fonts inside. The same paper gives the same bytes: its date is that of
 * the fact it tells of, and its number comes from what it says.
 */
@Component
public class Papers {

    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String CHINESE = "/fonts/DroidSansFallbackFull.ttf";

    private final Templates templates = new Templates();

    Papers() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** @param at when the fact happened that the paper tells of */
    public byte[] proof(ProofPaper paper, Words words, Instant at) {
        return print(templates.paper("proof", words, paper), at);
    }

    /** @param at when the fact happened that the paper tells of */
    public byte[] receipt(ReceiptPaper paper, Words words, Instant at) {
        return print(templates.paper("receipt", words, paper), at);
    }

    private static byte[] print(String xhtml, Instant at) {
        try (PdfBoxRenderer renderer = builder(xhtml).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            var out = new ByteArrayOutputStream();
            try (var document = renderer.getPdfDocument()) {
                date(document, xhtml, at);
                document.save(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(String xhtml) {
        var drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(QrPicture.TYPE, QrPicture.drawer());
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Keepline");
        builder.useFont(font(LATIN), "Latin");
        builder.useFont(font(CHINESE), "Chinese");
        builder.useObjectDrawerFactory(drawers);
        builder.useUriResolver((base, uri) -> null); // a paper loads nothing from anywhere
        builder.withHtmlContent(xhtml, "/");
        builder.toStream(new ByteArrayOutputStream()); // unused: the document is saved once it has its date
        return builder;
    }

    private static FSSupplier<InputStream> font(String path) {
        return () -> {
            var font = Papers.class.getResourceAsStream(path);
            if (font == null) {
                throw new IllegalStateException("a font is missing from the application: " + path);
            }
            return font;
        };
    }

    /** Gives the document its date and number, instead of those of its making. */
    private static void date(PDDocument document, String xhtml, Instant at) throws IOException {
        var day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        day.setTimeInMillis(at.toEpochMilli());
        document.getDocumentInformation().setCreationDate(day);
        document.getDocumentInformation().setModificationDate(day);
        document.setDocumentId((long) xhtml.hashCode());
        var metadata = document.getDocumentCatalog().getMetadata();
        var text = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(<xmp:(Create|Modify|Metadata)Date>)[^<]*", "$1" + at);
        metadata.importXMPMetadata(text.getBytes(StandardCharsets.UTF_8));
    }
}
