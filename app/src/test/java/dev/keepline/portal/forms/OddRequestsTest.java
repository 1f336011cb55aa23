package dev.keepline.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import dev.keepline.portal.Visitor;
import dev.keepline.portal.forms.Form.Who;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Ids that are none, ids of others, and bodies that no browser sends: a page of ours for each, and nothing of anybody. */
class OddRequestsTest {

    @RegisterExtension
    static final World world = new World();

    private static final List<String> IDS = List.of(
            "x",
            "' or 1=1 --",
            "00000000-0000-0000-0000-000000000000",
            "11111111-2222-3333-4444-555555555555",
            "1-1-1-1-1",
            "💸",
            "号码",
            "\u202Ex",
            "<i id=evil>",
            "9".repeat(400));

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
    private static final Pattern SESSION = Pattern.compile("name=\"end\" value=\"([^\"]{8,})\"");

    private static Readers readers;
    private static Visitor owner;
    private static Visitor staff;

    @BeforeAll
    static void people() {
        world.account(Ground.OWNER);
        world.account(Ground.OTHER);
        world.bean(dev.keepline.identity.Accounts.class)
                .makeStaff(world.account(Ground.STAFF), java.time.Instant.EPOCH);
        readers = new Readers(world);
        owner = readers.signedIn(Who.OWNER, "zh-CN");
        staff = readers.signedIn(Who.STAFF, "en");
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_is_none_is_a_page_that_is_not_there() {
        return routes(RequestMethod.GET, RequestMethod.POST)
                .filter(route -> VARIABLE.matcher(route).find() && !route.matches(".*/(webhooks|assets)/.*"))
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    var who = route.contains("/console/") ? staff : owner;
                    var language = who == staff ? "en" : "zh-CN";
                    for (var id : IDS) {
                        var path = VARIABLE.matcher(route.substring(route.indexOf(' ') + 1))
                                .replaceAll(URLEncoder.encode(id, StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
                        var answer = route.startsWith("GET")
                                ? who.get(path)
                                : who.post(path, Map.of("text", "?", "act", "DELIVERED"), who.formToken("/login"));
                        assertThat(answer.statusCode()).as(path).isIn(400, 404, 410);
                        ours(answer, language, path);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_no_browser_sends_breaks_nothing() {
        return routes(RequestMethod.POST)
                .map(route -> route.substring(route.indexOf(' ') + 1))
                .filter(route -> !route.contains("/webhooks/"))
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    var who = route.contains("/console") ? staff : owner;
                    var path = VARIABLE.matcher(route).replaceAll("11111111-2222-3333-4444-555555555555");
                    var token = "_csrf=" + URLEncoder.encode(who.formToken("/login"), StandardCharsets.UTF_8);
                    var many = IntStream.range(0, 3000)
                            .mapToObj(i -> "f" + i + "=1")
                            .collect(Collectors.joining("&"));
                    for (var body : List.of(
                            token + "&text=%ZZ&email=%&name=%E4%B8",
                            token + "&text=%FF%FE%80&email=%FF&name=%C3%28",
                            token + "&text=a&text=b&name=a&name=b&email=a&email=b&amount=1&amount=2",
                            many + "&" + token)) {
                        var answer = who.raw(path, "application/x-www-form-urlencoded", bytes(body));
                        assertThat(answer.statusCode()).as(path + " " + body).isLessThan(500);
                        assertThat(answer.body()).doesNotContainPattern(Verdict.INSIDES);
                    }
                    for (var type : List.of("application/json", "text/plain", "image/png", "nonsense")) {
                        var answer = who.raw(path, type, bytes("{\"a\": [1}"));
                        assertThat(answer.statusCode()).as(path + " " + type).isBetween(400, 499);
                        ours(answer, who == staff ? "en" : "zh-CN", path);
                    }
                }));
    }

    @Test
    void a_session_of_somebody_else_is_not_ended_by_naming_it() {
        var other = readers.signedIn(Who.OTHER, "en");
        var second = readers.signedIn(Who.OTHER, "en");
        var named = SESSION.matcher(other.get("/settings").body());
        assertThat(named.find()).isTrue();
        owner.submit("/settings", "/settings/sessions", Map.of("end", named.group(1)));
        assertThat(second.get("/settings").statusCode()).isEqualTo(200);
        other.submit("/settings", "/settings/sessions", Map.of("end", named.group(1)));
        assertThat(second.get("/settings").statusCode()).isEqualTo(303);
    }

    /** A page of ours in the reader's language, with the headers of every answer. */
    private static void ours(HttpResponse<String> answer, String language, String about) {
        assertThat(answer.body())
                .as(about)
                .contains("<html lang=\"" + language + "\"")
                .doesNotContain("<i id=evil>")
                .doesNotContainPattern(Verdict.INSIDES);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(about)
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> routes(RequestMethod... methods) {
        var mapping = world.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .filter(List.of(methods)::contains)
                        .flatMap(method -> info.getPatternValues().stream().map(pattern -> method + " " + pattern)))
                .sorted();
    }
}
