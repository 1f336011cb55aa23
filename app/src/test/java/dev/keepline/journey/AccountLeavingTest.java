package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.portal.Visitor;
import dev.keepline.renewal.AcceptedTerms;
import dev.keepline.renewal.Phase;
import dev.keepline.support.Cases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Taking one's data along and deleting the account: nothing is forgotten in the one, nothing stays by mistake in the other. */
class AccountLeavingTest {

    @RegisterExtension
    static final World world = new World();

    private static final AccountDesk DESK = new AccountDesk(world);

    private static final String WRITTEN = "My dog ate the profile";
    private static final String EMAIL = "leonora@quintavalle.example";
    private static final String NAME = "Leonora Quintavalle";
    private static final String NUMBER = "2125550142";
    private static final String TRACKED = "2125550143";
    private static final Iccid ICCID = World.iccid(71, "7017");

    /** What names a person, or a line of theirs, as they gave it. */
    private static final Set<String> PERSONAL =
            Set.of(EMAIL, "quintavalle", WRITTEN, NUMBER, TRACKED, ICCID.digits(), "10027", "Grandma");

    /** Stays by law, and the page says so before anything is deleted. By table: what may stand there, and why. */
    private static final Map<String, Set<String>> STAYS = Map.of(
            // what was delivered for the money: tax and commercial law, and disputes of payments
            "renewal", Set.of(ICCID.digits()));

    /** Tables without a row of hers: of the operator, of nobody, or of other people. */
    private static final Set<String> NOT_OF_SUBSCRIBERS = Set.of(
            "carrier",
            "catalog_import",
            "customer_balance",
            "line_import",
            "line_import_problem",
            "line_import_row",
            "line_withdrawal",
            "offering",
            "offering_version",
            "payment_inbox_foreign",
            "reconciliation",
            "restoration",
            "restoration_loss",
            "sign_in_tries",
            "known_browser", // digests of browsers, of nobody in particular
            "spring_session_attributes",
            "staff_digest",
            "staff_member");

    @Test
    void everything_can_be_taken_along_but_no_secret() {
        var account = world.account("ivy@example.com");
        var line = world.esim(account, new Iccid("8901999900000003009"));
        var answer = DESK.signedIn("ivy@example.com").get("/settings/export");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(answer.body()))
                .contains("attachment", "keepline.json");
        JsonNode all = JsonMapper.shared().readTree(answer.body());
        assertThat(all.path("account_profile").get(0).path("email").asString()).isEqualTo("ivy@example.com");
        assertThat(all.path("line").get(0).path("line_id").asString())
                .isEqualTo(line.id().value().toString());
        assertThat(answer.body()).doesNotContain("argon2", "digest");
        assertThat(all.propertyStream()
                        .filter(kind -> !kind.getKey().equals("spring_session"))
                        .flatMap(kind -> kind.getValue().valueStream()))
                .allSatisfy(record ->
                        assertThat(record.path("account_id").asString()).isEqualTo(account.toString()));
    }

    @Test
    void an_account_with_a_renewal_under_way_stays_until_it_has_ended() {
        var account = world.account("kim@example.com");
        var line = world.esim(account, new Iccid("8901999900000003025"));
        var kim = DESK.signedIn("kim@example.com");
        var renew = "/lines/" + line.id() + "/renew";
        var quote = kim.submit(renew, renew, Map.of("offer", "sandbox-monthly"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var paying = kim.submit(
                quote,
                quote + "/pay",
                Map.of("terms", AcceptedTerms.now("2026-11-30").text(), "spend", "yes"));
        assertThat(paying.statusCode()).as(paying.body()).isEqualTo(303);
        assertThat(kim.get("/settings/delete").body())
                .contains("A renewal or top-up is under way")
                .doesNotContain("Delete my account for good");
        var refused = kim.submit("/settings", "/settings/delete", Map.of("present", World.PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(world.bean(Accounts.class).find(account)).isPresent();
    }

    @Test
    void what_is_taken_along_can_be_read_in_every_language_and_says_what_is_in_it() {
        var account = world.account("ida@example.com");
        world.esim(account, new Iccid("8901999900000003017"));
        var files = unpacked(
                DESK.signedIn("ida@example.com").bytes("/settings/export.zip").body());
        assertThat(files).containsKeys("keepline.en.html", "keepline.zh-CN.html", "keepline.json", "tables/line.csv");
        assertThat(files.get("keepline.en.html"))
                .contains(
                        "Everything we keep of Lin Wei",
                        "What is in it",
                        "Your lines as they stand here",
                        "ida@example.com")
                .doesNotContain("argon2", "<script");
        assertThat(files.get("keepline.zh-CN.html")).contains("我们保存的关于", "运营商", "lang=\"zh-CN\"");
        assertThat(files.get("tables/line.csv")).contains("msisdn", "8901999900000003017");
        assertThat(files.get("keepline.json")).contains("ida@example.com");
    }

    @Test
    void every_kind_of_record_and_every_column_has_words() {
        var words = dev.keepline.portal.words.Languages.load().all().stream()
                .map(dev.keepline.portal.words.Words::new)
                .toList();
        var columns = world.postgres()
                .owner()
                .sql("""
                select c.table_name, c.column_name from information_schema.columns c
                 where c.table_schema = 'public'
                   and exists (select from information_schema.columns a where a.table_schema = 'public'
                                  and a.table_name = c.table_name and a.column_name in ('account_id', 'claimed_by'))
                """)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        var left = Set.of("account_password", "account_link", "account_request", "job", "proof_code");
        assertThat(columns).hasSizeGreaterThan(150);
        for (var column : columns) {
            boolean shown = !left.contains(column[0]) && !dev.keepline.portal.takeout.ForMachines.column(column[1]);
            if (shown) {
                assertThat(words).allSatisfy(w -> {
                    assertThat(w.has("takeout.t." + column[0])).as(column[0]).isTrue();
                    assertThat(w.has("takeout.w." + column[0]))
                            .as("what %s is", column[0])
                            .isTrue();
                    assertThat(w.has("takeout.c." + column[1]))
                            .as(column[0] + "." + column[1])
                            .isTrue();
                });
            }
        }
    }

    private static Map<String, String> unpacked(byte[] zip) {
        var files = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return files;
    }

    @Test
    void every_table_that_names_somebody_is_emptied_of_them_but_for_what_the_law_keeps() {
        var account = world.account(EMAIL);
        world.bean(Accounts.class).setPerson(account, NAME, ZoneId.of("America/New_York"));
        var lea = DESK.signedIn(EMAIL);
        live(lea, account);
        var traces = new Traces(world.postgres().owner());
        var before = new TreeSet<>(traces.ofAccount(account));
        before.addAll(Set.of("account_link", "account_request"));
        var missing = new TreeSet<>(traces.tables());
        missing.removeAll(before);
        missing.removeAll(NOT_OF_SUBSCRIBERS);
        assertThat(missing)
                .as("tables she left no row in, so that this test proves nothing of them")
                .isEmpty();
        assertThat(traces.of(PERSONAL)).containsKeys("line", "account_profile", "imported_line", "conversation_entry");
        takesAlong(lea);

        assertThat(lea.get("/settings/delete").body())
                .contains("cannot be undone", "released", "journal", "with the number it was for", "no amount is held");
        assertThat(lea.submit("/settings/delete", "/settings/delete", Map.of("present", "no"))
                        .statusCode())
                .isEqualTo(422);
        var gone = lea.submit("/settings/delete", "/settings/delete", Map.of("present", World.PASSWORD));
        assertThat(gone.headers().firstValue("Location")).hasValue("/login?deleted");
        assertThat(lea.get("/").statusCode()).isEqualTo(303);
        assertThat(DESK.visitor().signIn(EMAIL, World.PASSWORD).statusCode()).isEqualTo(422);
        DESK.letter(EMAIL, "Your account is deleted");
        RealProcess.await(
                "the last letter has left",
                Duration.ofSeconds(20),
                () -> !traces.of(Set.of(EMAIL)).containsKey("letter"));
        assertThat(traces.of(PERSONAL))
                .as("what the law keeps, and nothing else")
                .isEqualTo(STAYS);
        assertThat(world.bean(Lines.class).of(account)).isEmpty();
        assertThat(world.bean(Accounts.class).find(account)).isEmpty();
        world.account(EMAIL);
        assertThat(DESK.visitor().signIn(EMAIL, World.PASSWORD).statusCode()).isEqualTo(303);
    }

    /** Does everything that leaves something behind. */
    private static void live(Visitor lea, AccountId account) {
        var line = claimed(lea, account);
        var renewal = renewed(lea, account, line);
        lea.get("/renewals/" + renewal + "/proof");
        var renew = "/lines/" + line.id() + "/renew";
        lea.submit(renew, renew, Map.of("offer", "sandbox-monthly"));
        lea.submit("/", "/lines/" + line.id() + "/refresh", Map.of());
        lea.submit("/reminders", "/reminders", Map.of("kind", "SERVICE", "wanted", "no"));
        lea.submit(
                "/support/new", "/support/new", Map.of("key", UUID.randomUUID().toString(), "text", WRITTEN));
        lea.submit(
                "/settings", "/settings/email", Map.of("present", World.PASSWORD, "email", "lea2@quintavalle.example"));
        lea.submit("/lines/new", "/lines/new", Map.of("number", TRACKED));
        var tracked = world.tracked(account, "+1" + TRACKED, 20);
        lea.submit("/reminders", "/lines/" + tracked.id() + "/reminders", Map.of("wanted", "no"));
        var elsewhere = "/lines/" + tracked.id() + "/elsewhere";
        var paid = Map.of("on", "2026-11-20", "until", "2027-01-20", "step", "record");
        var noted = new HashMap<>(paid);
        noted.put("seen", Visitor.hidden(lea.submit(elsewhere, elsewhere, paid), "seen"));
        var recorded = lea.submit(elsewhere, elsewhere, noted);
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(303);
        world.bean(Cases.class)
                .open(account, Optional.of(renewal), "PAYMENT_ODD", "no certain word about pi_1", Instant.now());
        searched(account);
        plant(account, tracked);
    }

    /** A copy with a row of every kind there is. */
    private static void takesAlong(Visitor lea) {
        var copy = lea.bytes("/settings/export.zip");
        assertThat(copy.statusCode()).isEqualTo(200);
        var files = unpacked(copy.body());
        assertThat(files).containsKeys("tables/renewal.csv", "tables/outside_answer.csv", "tables/imported_line.csv");
        assertThat(files.get("keepline.en.html")).contains("Answers of gateway and carrier");
        assertThat(files.get("keepline.zh-CN.html")).contains("支付网关和运营商的答复");
    }

    /** The operator brings a line along, and she claims it. */
    private static Line claimed(Visitor lea, AccountId account) {
        world.sandbox().provision(ICCID, Instant.now().plus(Duration.ofDays(5)));
        var staff = staff();
        var csv =
                "reference,email,number,iccid,carrier,label,state,zip\nREF-LEA,%s,+1%s,%s,sandbox-mobile,Grandma,NY,10027\n"
                        .formatted(EMAIL, NUMBER, ICCID.digits());
        var page = staff.upload(
                        "/console/imports", "/console/imports", "lines.csv", csv.getBytes(StandardCharsets.UTF_8))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        staff.submit(page, page + "/import", Map.of());
        staff.submit(page, page + "/invite", Map.of());
        var letter = DESK.anyLetter(EMAIL, "/claim/");
        var link = "/claim/"
                + letter.path("text").asString().split("/claim/", 2)[1].split("\\s", 2)[0];
        assertThat(lea.submit(link, link, Map.of()).statusCode()).isEqualTo(303);
        return world.bean(Lines.class).of(account).getFirst();
    }

    private static RenewalId renewed(Visitor lea, AccountId account, Line line) {
        var renew = "/lines/" + line.id() + "/renew";
        var quote = lea.submit(renew, renew, Map.of("offer", "sandbox-monthly"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var paying = lea.submit(
                quote,
                quote + "/pay",
                Map.of("terms", AcceptedTerms.now("2026-11-30").text(), "spend", "yes"));
        var session = paying.headers().firstValue("Location").orElseThrow();
        var renewal = world.bean(dev.keepline.renewal.Renewals.class)
                .recent(account, 1)
                .getFirst()
                .id();
        world.until(account, renewal, Phase.TO_PAY);
        world.sandbox().pay(session.substring(session.lastIndexOf('/') + 1), "4242424242424242");
        world.until(account, renewal, Phase.RENEWED);
        return renewal;
    }

    private static void searched(AccountId account) {
        var staff = staff();
        assertThat(staff.submit("/console/customers", "/console/customers", Map.of("q", EMAIL))
                        .body())
                .contains(NAME);
        staff.submit("/console/customers", "/console/customers", Map.of("q", NUMBER));
        staff.get("/console/customers/" + account);
    }

    private static Visitor staff() {
        if (world.bean(Accounts.class)
                .byEmail(dev.keepline.identity.EmailAddress.parse("olga@operator.example")
                        .orElseThrow())
                .isEmpty()) {
            world.bean(Accounts.class).makeStaff(world.account("olga@operator.example"), Instant.EPOCH);
        }
        return DESK.signedIn("olga@operator.example");
    }

    /** What takes days to come about by itself. */
    private static void plant(AccountId account, Line line) {
        var owner = world.postgres().owner();
        owner.sql("""
                insert into reminder (account_id, line_id, kind, last_day, step, sent_on, sent_at)
                values (?, ?, 'NUMBER', current_date, 1, current_date, now())""").params(account.value(), line.id().value()).update();
        owner.sql("""
                insert into account_link (account_id, digest, purpose, email, language, expires_at)
                values ('00000000-0000-0000-0000-000000000000', 'd', 'SIGN_UP', ?, 'en', now())""").param(EMAIL).update();
        owner.sql("""
                insert into letter (account_id, key, recipient, language, subject, text, html, created_at)
                values ('00000000-0000-0000-0000-000000000000', 'k', ?, 'en', 's', ?, '', now())""").params(EMAIL, EMAIL).update();
    }
}
