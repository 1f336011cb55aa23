package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keepline.catalog.OfferingId;
import dev.keepline.identity.Accounts;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.Visitor;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.support.Cases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** What a subscriber takes along is theirs, and nothing of it is the operator's own business. */
class TakeoutTest {

    @RegisterExtension
    static final World world = new World();

    private static final AccountDesk DESK = new AccountDesk(world);
    private static final String REASON = "carrier Jane whispered it";
    private static final String CASE_REASON = "Bob from accounting shrugged";

    private static AccountId ann;
    private static AccountId staff;
    private static Quote quote;
    private static Map<String, String> files;

    @BeforeAll
    static void a_renewal_a_person_decided_and_a_case_a_person_ended() {
        staff = world.account("olga@operator.example");
        world.bean(Accounts.class).makeStaff(staff, Instant.EPOCH);
        ann = world.account("ann@example.com");
        world.sandbox().fault("dtone", "order", "half_applied");
        quote = quoted();
        var renewal = ordered(Phase.IN_REVIEW);
        var olga = DESK.signedIn("olga@operator.example");
        var page = "/console/renewals/" + ann + "/" + renewal;
        decided(olga, page, "STOP");
        decided(olga, page, "DELIVERED");
        world.until(ann, renewal, Phase.RENEWED);
        world.bean(Cases.class).open(ann, Optional.of(renewal), "PAYMENT_ODD", "no certain word", Instant.now());
        var open = world.bean(Cases.class).open(ann).getFirst();
        var other = "/console/cases/" + ann + "/" + open.id();
        olga.submit("/console", other + "/owner", Map.of("act", "TAKE"));
        var ended = olga.submit(other, other + "/close", Map.of("text", CASE_REASON));
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(303);
        olga.get("/console/customers/" + ann);
        files = unpacked(
                DESK.signedIn("ann@example.com").bytes("/settings/export.zip").body());
    }

    @Test
    void the_operators_cost_and_its_own_transfers_are_in_no_file() {
        var cost = quote.goods().product().wholesale();
        var amount = Pattern.compile(
                "(?<![0-9a-f.-])(%s|%s)(?![0-9a-f-])".formatted(cost.minor(), BigDecimal.valueOf(cost.minor(), 2)));
        assertThat(files).containsKeys("tables/quote.csv", "tables/renewal.csv", "tables/transfer.csv");
        files.forEach((name, text) -> assertThat(text)
                .as(name)
                .doesNotContainPattern(amount)
                .doesNotContain("wholesale", "carrier.cost", "carrier.float", "carrier.order", "revenue"));
    }

    @Test
    void the_money_of_the_subscriber_moves_there_as_it_did() {
        var all = JsonMapper.shared().readTree(files.get("keepline.json"));
        assertThat(all.path("journal_entry").valueStream())
                .extracting(entry -> entry.path("template").asString())
                .containsExactly("payment.authorise", "renewal.capture");
        assertThat(all.path("transfer").valueStream())
                .extracting(
                        moved -> moved.path("debit").asString(),
                        moved -> moved.path("amount_minor").asLong())
                .containsExactlyInAnyOrder(
                        tuple("gateway.authorised:stripe", quote.price().total().minor()),
                        tuple("customer.hold", quote.price().total().minor()));
    }

    @Test
    void what_staff_did_stays_and_what_it_wrote_for_itself_does_not() {
        files.forEach((name, text) -> assertThat(text).as(name).doesNotContain(REASON, CASE_REASON, "no certain word"));
        var all = JsonMapper.shared().readTree(files.get("keepline.json"));
        assertThat(all.path("staff_action").valueStream())
                .extracting(
                        act -> act.path("action").asString(),
                        act -> act.path("by").asString())
                .contains(
                        tuple("renewal.DELIVERED", "OPERATOR"),
                        tuple("case.close", "OPERATOR"),
                        tuple("customer.look", "OPERATOR"));
        assertThat(all.path("staff_action").valueStream())
                .allSatisfy(act -> assertThat(act.path("done_at").asString()).startsWith("20"));
        assertThat(all.path("support_case").valueStream())
                .extracting(one -> one.path("owner").asString())
                .containsOnly("OPERATOR");
    }

    @Test
    void the_page_for_chinese_readers_has_words_where_there_are_any() {
        assertThat(files.get("keepline.zh-CN.html"))
                .contains("<dt>州</dt><dd>NY</dd>", "沙盒", "已办妥，已扣款", "税费：金额", "2.5 GB", "判定已到账", "您被冻结的钱")
                .doesNotContain("州或状态", "payment.authorise", "customer.hold", "SUBSCRIBER", "OPERATOR", "&#34;")
                .doesNotContain("sandbox-monthly", "DATA_BYTES", "READ_BACK", "<pre", "InReview");
    }

    private static void decided(Visitor olga, String page, String act) {
        assertThat(olga.submit(page, page, Map.of("act", act, "text", REASON)).statusCode())
                .isEqualTo(303);
    }

    private static Quote quoted() {
        var line = world.esim(ann, World.iccid(31, "3082"));
        var quoted =
                world.bean(Quotes.class).quote(ann, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        return ((QuoteResult.Quoted) quoted).quote();
    }

    private static RenewalId ordered(Phase phase) {
        var renewal = new Deal(world).paid(quote);
        world.until(ann, renewal, phase);
        return renewal;
    }

    private static Map<String, String> unpacked(byte[] zip) {
        var all = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return all;
    }
}
