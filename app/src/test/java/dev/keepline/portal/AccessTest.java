package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.identity.Accounts;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Management;
import dev.keepline.lines.NewLine;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversation.About;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may reach which route: {@code access.txt} beside this test is the one table. Every route that is registered stands in
 * it, and each is tried by nobody, its owner, another subscriber and staff.
 */
class AccessTest {

    @RegisterExtension
    static final World world = new World();

    /** Who may. */
    private enum May {
        /** Everybody, signed in or not. */
        ANYBODY,
        /** Whoever is signed in sees a page of their own. */
        SIGNED_IN,
        /** Whose it is; to everybody else it is not there. */
        OWNER,
        /** The operator's staff; to everybody else it is not there. */
        STAFF
    }

    private static final Map<String, May> TABLE = table();
    private static final Map<String, String> IDS = new TreeMap<>();

    @BeforeAll
    static void people() {
        var owner = world.account("owner@example.com");
        world.account("other@example.com");
        var staff = world.account("staff@example.com");
        world.bean(Accounts.class).makeStaff(staff, Instant.parse("2026-11-25T00:00:00Z"));
        things(owner);
    }

    private static void things(AccountId owner) {
        var line = world.esim(owner, World.iccid(31, "0878"));
        var quoted =
                world.bean(Quotes.class).quote(owner, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        var quote = ((QuoteResult.Quoted) quoted).quote();
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        var started = world.bean(Renewals.class).start(owner, quote.id(), consent);
        var renewal = ((StartResult.Underway) started).renewal();
        var key = UUID.randomUUID();
        var now = Instant.now();
        world.bean(Conversations.class)
                .ask(owner, new ConversationId(key), About.NOTHING, Entry.bySubscriber(key, "a question", now));
        world.bean(Cases.class).open(owner, Optional.of(renewal), "STUCK", "for the test", now);
        var one = world.bean(Cases.class).open(owner).getFirst();
        var tracked = tracked(owner).toString();
        IDS.putAll(Map.of(
                "/console/renewals/{account}/{id}", renewal.toString(),
                "/console/questions/{account}/{id}", key.toString(),
                "/console/cases/{account}/{id}", one.id().toString(),
                "/lines/{id}", line.id().toString(),
                "/lines/{id}/e", tracked,
                "/lines/{id}/remove", tracked,
                "/quotes/{id}", quote.id().toString(),
                "/renewals/{id}", renewal.toString(),
                "/support/{id}", key.toString(),
                "{account}", owner.toString()));
        var over = renewed(owner).toString();
        IDS.putAll(Map.of(
                "/renewals/{id}/proof",
                over,
                "/renewals/{id}/receipt",
                over,
                "/console/imports/{id}",
                imported(),
                "/console/lines/{id}",
                brought()));
    }

    /** A renewal that is over: it has papers. */
    private static RenewalId renewed(AccountId owner) {
        var line = world.esim(owner, World.iccid(32, "0878"));
        var quoted =
                world.bean(Quotes.class).quote(owner, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        var quote = ((QuoteResult.Quoted) quoted).quote();
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        var renewal = ((StartResult.Underway) world.bean(Renewals.class).start(owner, quote.id(), consent)).renewal();
        var page = world.until(owner, renewal, Phase.TO_PAY)
                .standing()
                .pay()
                .orElseThrow()
                .url()
                .getPath();
        world.sandbox().pay(page.substring(page.lastIndexOf('/') + 1), "4242424242424242");
        world.until(owner, renewal, Phase.RENEWED);
        return renewal;
    }

    /** A file that staff uploaded. */
    private static String imported() {
        var csv =
                "reference,email,number,carrier,state,zip\nA-1,holder@example.com,+12125550188,att-prepaid,NY,10001\n";
        var page = visitor("staff@example.com")
                .upload("/console/imports", "/console/imports", "lines.csv", csv.getBytes(StandardCharsets.UTF_8))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    /** A line that staff imported and nobody claimed. */
    private static String brought() {
        var csv =
                "reference,email,number,carrier,state,zip\nB-1,holder@example.com,+12125550186,att-prepaid,NY,10001\n";
        var staff = world.bean(Accounts.class)
                .byEmail(new dev.keepline.identity.EmailAddress("staff@example.com"))
                .orElseThrow();
        var now = Instant.now();
        var imports = world.bean(dev.keepline.imports.LineImports.class);
        var file = imports.check(
                "brought.csv", new java.io.ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), staff, now);
        imports.carryOut(file, staff, now);
        return world.bean(dev.keepline.imports.BroughtLines.class)
                .find("B-1", 1, now)
                .getFirst()
                .id()
                .toString();
    }

    /** A line of the owner's own word, which can be corrected and removed. */
    private static LineId tracked(AccountId owner) {
        var id = new LineId(UUID.randomUUID());
        var identity = new Line.Identity(
                "google-fi", "Own", Msisdn.parse("+12125550166"), Optional.empty(), Management.TRACKED);
        var home = new Line.Home(new PlaceOfUse("NY", "10001"), ZoneId.of("America/New_York"));
        world.bean(Lines.class)
                .add(owner, id, new NewLine(identity, home, Optional.empty(), Optional.empty()), Instant.now());
        return id;
    }

    @Test
    void every_route_that_is_registered_stands_in_the_table_and_no_other() {
        assertThat(TABLE.keySet())
                .as("a route without a row in access.txt: write down who may reach it")
                .containsExactlyInAnyOrderElementsOf(registered().toList());
    }

    @TestFactory
    Stream<DynamicTest> nobody_is_asked_to_sign_in() {
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue() != May.ANYBODY)
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    var answer = call(nobody(), row.getKey());
                    assertThat(answer.statusCode()).isIn(303, 401);
                    assertThat(answer.headers().firstValue("Location").orElse("/login"))
                            .startsWith("/login");
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_anothers_is_not_there() {
        var other = visitor("other@example.com");
        var staff = visitor("staff@example.com");
        var owner = visitor("owner@example.com");
        return Stream.of(
                        refused(other, "another subscriber", May.OWNER, May.STAFF),
                        refused(staff, "staff", May.OWNER),
                        refused(owner, "the owner", May.STAFF))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> refused(Visitor who, String name, May... rows) {
        return TABLE.entrySet().stream()
                .filter(row -> List.of(rows).contains(row.getValue()))
                .map(row -> DynamicTest.dynamicTest(
                        name + ": " + row.getKey(),
                        () -> assertThat(call(who, row.getKey()).statusCode()).isEqualTo(404)));
    }

    @TestFactory
    Stream<DynamicTest> who_may_does_get_there() {
        var owner = visitor("owner@example.com");
        var staff = visitor("staff@example.com");
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue() == May.OWNER || row.getValue() == May.STAFF)
                .filter(row -> IDS.keySet().stream().anyMatch(row.getKey()::contains) || row.getValue() == May.STAFF)
                .sorted(Comparator.comparing(row -> row.getKey().matches("POST .*/(close|remove|withdraw)")))
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    if (row.getKey().endsWith("/events")) { // a stream does not end by itself
                        assertThat(owner.opens(path(row.getKey().substring(4)))).isEqualTo(200);
                        return;
                    }
                    var answer = call(row.getValue() == May.STAFF ? staff : owner, row.getKey());
                    assertThat(answer.statusCode()).as(answer.body()).isNotIn(401, 403, 404, 500);
                    assertThat(answer.headers().firstValue("Location").orElse(""))
                            .doesNotStartWith("/login");
                }));
    }

    private static HttpResponse<String> call(Visitor who, String route) {
        var path = path(route.substring(route.indexOf(' ') + 1));
        return route.startsWith("GET ")
                ? who.get(path)
                : who.post(path, Map.of("act", "ASK_NOW", "text", "because"), who.token());
    }

    private static String path(String pattern) {
        var path = pattern;
        var longestFirst = IDS.entrySet().stream()
                .filter(id -> id.getKey().contains("{id}"))
                .sorted(Comparator.comparingInt(id -> -id.getKey().length()))
                .toList();
        for (var id : longestFirst) {
            if (path.startsWith(id.getKey())) {
                path = path.replace("{id}", id.getValue());
            }
        }
        return path.replace("{account}", Objects.requireNonNull(IDS.get("{account}")))
                .replaceAll("\\{[a-z]+}", "11111111-2222-3333-4444-555555555555");
    }

    private static Stream<String> registered() {
        var mapping = world.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream().flatMap(pattern -> {
                    var methods = info.getMethodsCondition().getMethods();
                    return methods.isEmpty()
                            ? Stream.of("GET " + pattern)
                            : methods.stream().map(method -> method + " " + pattern);
                }))
                .distinct();
    }

    private static Map<String, May> table() {
        try (var in = AccessTest.class.getResourceAsStream("access.txt")) {
            var rows = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var table = new TreeMap<String, May>();
            rows.lines().filter(row -> !row.isBlank() && !row.startsWith("#")).forEach(row -> {
                var words = row.strip().split("\\s+", -1);
                table.put(words[0] + " " + words[1], May.valueOf(words[2]));
            });
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Visitor nobody() {
        var origin = world.url("/").toString();
        return new Visitor(origin.substring(0, origin.length() - 1));
    }

    private static Visitor visitor(String email) {
        var visitor = nobody();
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
