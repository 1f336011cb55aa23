package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingId;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.renewal.Certificates;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Proofs and receipts over HTTP: who gets them, and what whoever holds a proof can see of it. */
class PaperPagesTest {

    @RegisterExtension
    static final World world = new World();

    private static final Pattern VALUE = Pattern.compile("<dd[^>]*>(.*?)</dd>");

    @Test
    void whoever_holds_a_proof_sees_what_the_paper_says_and_later_that_it_was_taken_back() throws Exception {
        var account = world.account("holder@example.com");
        var line = world.esim(account, new Iccid("8901999900000002878"));
        var renewal = renewed(account, line);
        var owner = visitor("holder@example.com");

        var code = world.bean(Certificates.class)
                .of(account, renewal)
                .orElseThrow()
                .code();
        assertThat(owner.get("/renewals/" + renewal + "/proof").body())
                .contains(code.toString(), "/renewals/" + renewal + "/proof.pdf?in=zh-CN", "/receipt.pdf?in=en");
        assertThat(owner.get("/renewals/" + renewal + "/proof").body()).contains(code.toString());
        var paper = pdf(owner, "/renewals/" + renewal + "/proof.pdf?in=en");
        var receipt = pdf(owner, "/renewals/" + renewal + "/receipt.pdf?in=en");
        assertThat(receipt).contains("Receipt", "Lin Wei", "Visa", "4242", "pi_", renewal.toString());
        assertThat(pdf(owner, "/renewals/" + renewal + "/receipt.pdf?in=zh-CN")).contains("收据", "Lin Wei");

        var stranger = stranger();
        var typed = stranger.get("/verify?code="
                + code.letters().toLowerCase(java.util.Locale.ROOT).replace('0', 'o'));
        assertThat(typed.statusCode()).isEqualTo(303);
        assertThat(typed.headers().firstValue("Location").orElseThrow()).endsWith("/verify/" + code);
        var page = stranger.get("/verify/" + code);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "the renewal stands",
                        "•••• " + number(line).substring(number(line).length() - 4))
                .doesNotContain(
                        "Lin Wei",
                        "555-01",
                        "pi_",
                        account.toString(),
                        line.id().toString());
        assertThat(VALUE.matcher(page.body()).results().map(found -> plain(found.group(1))))
                .as("what the page shows stands on the paper")
                .hasSizeGreaterThan(7)
                .allSatisfy(value -> assertThat(paper).contains(value));

        var order = world.sandbox()
                .dtone("/transactions?external_id=" + renewal.toString().replace("-", "") + "-o1");
        world.sandbox()
                .post("/control/dtone/transactions/" + order.get(0).path("id").asLong() + "/reverse", "{}");
        world.bean(Renewals.class).checkAgain(account, renewal);
        world.until(account, renewal, Phase.REFUNDED);
        assertThat(stranger.get("/verify/" + code).body())
                .contains("no longer counts", "took the renewal back on", "The refund was sent")
                .doesNotContain("the renewal stands");
        assertThat(owner.get("/renewals/" + renewal + "/proof.pdf").statusCode())
                .as("what was taken back is proven no more")
                .isEqualTo(404);
        assertThat(pdf(owner, "/renewals/" + renewal + "/receipt.pdf?in=en")).contains("Refunded on");
    }

    @Test
    void others_papers_are_not_there() throws Exception {
        var account = world.account("keeper@example.com");
        var renewal = renewed(account, world.esim(account, new Iccid("8901999900000002944")));
        world.account("nosy@example.com");
        var nosy = visitor("nosy@example.com");
        for (var paper : List.of("/proof.pdf", "/receipt.pdf", "/proof")) {
            assertThat(nosy.get("/renewals/" + renewal + paper).statusCode())
                    .as(paper)
                    .isEqualTo(404);
            assertThat(nosy.get("/renewals/x" + paper).statusCode()).isEqualTo(404);
            assertThat(stranger().get("/renewals/" + renewal + paper).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void a_code_that_leads_nowhere_is_said_and_too_many_have_to_wait() {
        var stranger = stranger();
        assertThat(stranger.get("/verify").body()).contains("Check a proof");
        var nothing = stranger.get("/verify?code=+");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Enter the code that stands on the proof");
        var malformed = stranger.get("/verify?code=abc");
        assertThat(malformed.statusCode()).isEqualTo(422);
        assertThat(malformed.body()).contains("no code of ours", "value=\"abc\"");
        var unknown = stranger.get("/verify/7KQ4-W2MB-9XTE-3HVA", "Accept-Language", "zh-CN");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("我们没有开出过");
        int answer = 404;
        for (int i = 0; i < 70 && answer == 404; i++) {
            answer = stranger.get("/verify/7KQ4-W2MB-9XTE-3HVA").statusCode();
        }
        assertThat(answer).isEqualTo(429);
        world.postgres().owner().sql("delete from sign_in_tries").update();
    }

    /** A renewal that is proven and paid. */
    static RenewalId renewed(World world, AccountId account, Line line) {
        var quoted =
                world.bean(Quotes.class).quote(account, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        var quote = ((QuoteResult.Quoted) quoted).quote();
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        var started = world.bean(Renewals.class).start(account, quote.id(), consent);
        var renewal = ((StartResult.Underway) started).renewal();
        var path = world.until(account, renewal, Phase.TO_PAY)
                .standing()
                .pay()
                .orElseThrow()
                .url()
                .getPath();
        world.sandbox().pay(path.substring(path.lastIndexOf('/') + 1), "4242424242424242");
        world.until(account, renewal, Phase.RENEWED);
        return renewal;
    }

    private static RenewalId renewed(AccountId account, Line line) {
        return renewed(world, account, line);
    }

    private static String pdf(Visitor visitor, String path) throws Exception {
        var answer = visitor.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", "")
                .replace("&amp;", "&")
                .replace("&#39;", "’")
                .strip();
    }

    private static String number(Line line) {
        return line.identity().msisdn().orElseThrow().e164();
    }

    private static Visitor stranger() {
        var origin = world.url("/").toString();
        return new Visitor(origin.substring(0, origin.length() - 1));
    }

    private static Visitor visitor(String email) {
        var visitor = stranger();
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
