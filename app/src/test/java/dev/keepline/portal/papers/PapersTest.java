package dev.keepline.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.portal.preview.SamplePapers;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Certificate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Papers are read back as a reader, a screen reader and a camera read them. Pictures are left in target/papers. */
class PapersTest {

    private static final Papers PAPERS = new Papers();
    private static final Languages LANGUAGES = Languages.load();

    @ParameterizedTest
    @CsvSource({"en,Proof of renewal,Service until,28 Nov 2027", "zh-CN,续费凭证,服务可用至,2027年11月28日"})
    void a_proof_says_what_was_proven_and_not_who_the_subscriber_is(String tag, String title, String clock, String day)
            throws IOException {
        var words = words(tag);
        var bytes = PAPERS.proof(SamplePapers.proof(words), words, SamplePapers.at());
        try (var document = Loader.loadPDF(bytes)) {
            show(document, "proof-" + tag);
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(title, clock, day, "$133.28", "7KQ4-W2MB-9XTE-3HVA", "•••• 0163", "Sandbox Mobile")
                    .contains("keepline.example/verify")
                    .doesNotContain("Lin Wei", "555-0163", "#");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            isTagged(document, tag, title);
        }
    }

    @Test
    void a_date_that_no_record_shows_is_said_to_be_counted_and_the_charge_is_told_in_the_readers_time_too() {
        var words = words("en");
        var known = SamplePapers.certificate();
        var counted = new Certificate(
                known.renewal(),
                known.code(),
                new Certificate.Facts(
                        known.facts().line(),
                        SamplePapers.toppedUp(),
                        new Certificate.Confirmed(ProofLevel.AGGREGATOR, SamplePapers.at(), Optional.of(false)),
                        known.facts().chargedAt()),
                known.issuedAt());

        var paper = new ProofPapers(words, SamplePapers.IMPRINT, ZoneId.of("Asia/Shanghai")).paper(counted);
        var checked = new ProofPapers(words, SamplePapers.IMPRINT).paper(counted);

        assertThat(paper.heading().title()).isEqualTo("Proof of top-up");
        assertThat(paper.headline().plain()).endsWith("has been topped up.");
        assertThat(value(paper, "Service until")).contains("not proven: counted by AT&T’s published rule");
        assertThat(value(paper, "Number safe until")).contains("not proven");
        assertThat(value(paper, "Charged"))
                .startsWith(value(checked, "Charged"))
                .contains("; ");
        assertThat(value(new ProofPapers(words, SamplePapers.IMPRINT).paper(known), "Service until"))
                .contains("by AT&T’s own record");
    }

    private static String value(ProofPaper paper, String name) {
        return paper.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .plain();
    }

    @ParameterizedTest
    @CsvSource({"en,Receipt,Total charged", "zh-CN,收据,扣款合计"})
    void a_receipt_has_the_seller_each_tax_and_how_it_was_paid(String tag, String title, String total)
            throws IOException {
        var words = words(tag);
        var bytes = PAPERS.receipt(SamplePapers.receipt(words), words, SamplePapers.at());
        try (var document = Loader.loadPDF(bytes)) {
            show(document, "receipt-" + tag);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(title, total, "Sandbox Mobile", "林薇 Lin Wei", "Visa •••• 4242", "pi_sandbox_4Xq2")
                    .contains("$120.00", "$2.63", "$10.65", "$133.28")
                    .contains("00000000-0000-0005-0000-000000000005", "help@sandbox-mobile.example")
                    .doesNotContain("#");
            isTagged(document, tag, title);
        }
    }

    @Test
    void the_picture_on_a_proof_leads_to_the_page_that_checks_it() throws Exception {
        var words = words("en");
        var paper = SamplePapers.proof(words);
        try (var document = Loader.loadPDF(PAPERS.proof(paper, words, SamplePapers.at()))) {
            assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 200)))
                    .isEqualTo("https://keepline.example/verify/7KQ4-W2MB-9XTE-3HVA");
        }
    }

    @Test
    void the_same_paper_is_the_same_bytes() throws Exception {
        var words = words("zh-CN");
        var first = PAPERS.proof(SamplePapers.proof(words), words, SamplePapers.at());
        assertThat(new Papers().proof(SamplePapers.proof(words), words, SamplePapers.at()))
                .isEqualTo(first);
        assertThat(dates(first)).as("no moment of its making stands in it").containsOnly(SamplePapers.at());
        assertThat(first.length)
                .as("bytes, with the letters it needs and no others")
                .isLessThan(80_000);
    }

    /** Every date in the document's own words about itself. */
    private static List<Instant> dates(byte[] paper) throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            var about = document.getDocumentInformation();
            var xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            var found = new ArrayList<>(List.of(
                    about.getCreationDate().toInstant(),
                    about.getModificationDate().toInstant()));
            Pattern.compile("Date>([^<]+)<")
                    .matcher(xmp)
                    .results()
                    .forEach(date ->
                            found.add(OffsetDateTime.parse(date.group(1)).toInstant()));
            return found;
        }
    }

    private static void isTagged(PDDocument document, String tag, String title) {
        var catalog = document.getDocumentCatalog();
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(catalog.getStructureTreeRoot()).isNotNull();
        assertThat(catalog.getLanguage()).isEqualTo(tag);
        assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
        assertThat(document.getDocumentInformation().getSubject()).isNotBlank();
    }

    private static void show(PDDocument document, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "papers"));
        var picture = new PDFRenderer(document).renderImageWithDPI(0, 100);
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }

    private static String read(BufferedImage page) throws Exception {
        int width = page.getWidth();
        int height = page.getHeight();
        var pixels = page.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        java.util.Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static Words words(String tag) {
        return new Words(LANGUAGES.byTag(tag).orElseThrow());
    }
}
