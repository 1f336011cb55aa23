package dev.keepline.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keepline.catalog.OfferingId;
import dev.keepline.identity.Accounts;
import dev.keepline.journey.RealProcess;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.portal.Visitor;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** Alerts, dashboard and runbooks speak of what the running application tells, and of nothing else. */
class WatchingFilesTest {

    @RegisterExtension
    static final World world = new World();

    private static final Path FOLDER = Path.of("..", "deploy", "observe");
    private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{([^}]*)})? ");

    /** Prometheus makes it itself. */
    private static final String UP = "up";

    /** By name, the labels that each metric has. */
    private static final Map<String, Set<String>> TOLD = new TreeMap<>(Map.of(UP, Set.of("job", "instance")));

    @BeforeAll
    static void something_happens() {
        var account = world.account("watched@keepline.example");
        world.sandbox().fault("dtone", "order", "half_applied");
        inReview(account);
        var visitor = new Visitor(world.url("").toString());
        visitor.get("/nowhere");
        RealProcess.await(
                "a sample of it",
                Duration.ofSeconds(60),
                () -> scraped().contains("keepline_renewals{carrier=\"sandbox-mobile\",stage=\"InReview\"} 1.0"));
        SERIES.matcher(scraped())
                .results()
                .forEach(series -> TOLD.computeIfAbsent(series.group(1), _ -> new TreeSet<>(Set.of("job", "instance")))
                        .addAll(labels(series.group(2))));
    }

    @Test
    void every_metric_and_label_in_rules_and_dashboard_is_told_by_the_application() throws IOException {
        var expressions = new ArrayList<>(
                rules().values().stream().map(rule -> text(rule, "expr")).toList());
        expressions.addAll(panels());
        assertThat(expressions).hasSizeGreaterThan(60);
        for (var expression : expressions) {
            for (var name : metrics(expression)) {
                assertThat(TOLD).as(expression).containsKey(name);
            }
            var selectors =
                    Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)}").matcher(expression);
            while (selectors.find()) {
                assertThat(TOLD.get(selectors.group(1))).as(expression).containsAll(labels(selectors.group(2)));
            }
        }
    }

    @Test
    void every_metric_of_ours_is_looked_at_by_somebody() throws IOException {
        var files = Files.readString(FOLDER.resolve("alerts.yaml"))
                + Files.readString(FOLDER.resolve("grafana-keepline.json"));
        assertThat(TOLD.keySet().stream()
                        .filter(name -> name.startsWith("keepline_"))
                        .map(name -> name.replaceFirst("_(bucket|sum|count|max)$", "")))
                .allSatisfy(name -> assertThat(files).contains(name));
    }

    @Test
    void every_alert_has_its_runbook_and_every_runbook_its_alert() throws IOException {
        Set<String> written;
        try (var files = Files.list(RUNBOOKS)) {
            written = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Keepline"))
                    .map(name -> name.replaceFirst("\\.md$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(written).isEqualTo(rules().keySet());
        for (var alert : rules().entrySet()) {
            assertThat(text(map(alert.getValue(), "annotations"), "runbook"))
                    .isEqualTo("docs/runbooks/" + alert.getKey() + ".md");
            assertThat(text(map(alert.getValue(), "labels"), "severity")).isIn("page", "ticket");
            assertThat(Files.readString(RUNBOOKS.resolve(alert.getKey() + ".md")))
                    .as(alert.getKey())
                    .startsWith("# " + alert.getKey() + "\n")
                    .contains("## What it means", "## What subscribers see", "## Look first")
                    .contains("## Mend", "## Whom to wake, and when", "## Never");
        }
    }

    @Test
    void prometheus_itself_takes_the_rules_and_they_fire_when_they_should() throws Exception {
        var promtool = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(promtool.isPresent(), "promtool is not installed (Debian: prometheus)");
        for (var arguments :
                List.of(List.of("check", "rules", "alerts.yaml"), List.of("test", "rules", "alerts_test.yaml"))) {
            var command = Stream.concat(Stream.of(promtool.get().toString()), arguments.stream())
                    .toList();
            var process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
        }
    }

    @Test
    void the_public_learns_only_yes_or_no_and_staff_and_this_machine_learn_why() {
        var visitor = new Visitor(world.url("").toString());
        assertThat(visitor.get("/health/ready").body()).isEqualTo("ready\n");
        assertThat(visitor.get("/health/live").body()).isEqualTo("alive\n");
        assertThat(visitor.get("/metrics").body()).doesNotContain("keepline_ready");

        var ready = management("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        var parts = JsonMapper.shared().readTree(ready.body());
        assertThat(parts.path("database").path("well").asBoolean()).isTrue();
        assertThat(parts.path("migrated").path("well").asBoolean()).isTrue();
        assertThat(parts.path("workers").path("well").asBoolean()).isTrue();
        assertThat(management("/").statusCode()).isEqualTo(404);
        assertThat(scraped()).contains("keepline_ready 1.0").doesNotContain("watched@", "sk_test", "world-secret");

        var staff = world.account("watching@keepline.example");
        world.bean(Accounts.class).makeStaff(staff, Instant.now());
        var desk = new Visitor(world.url("").toString());
        desk.signIn("watching@keepline.example", World.PASSWORD);
        assertThat(desk.get("/console/health").body())
                .contains(
                        "This process", "Database", "What waits", "Renewals under way", "DT One", "Our balance there");
    }

    private static void inReview(AccountId account) {
        var line = world.esim(account, World.iccid(71, "3082"));
        var quoted =
                world.bean(Quotes.class).quote(account, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        var quote = ((QuoteResult.Quoted) quoted).quote();
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        var started = world.bean(Renewals.class).start(account, quote.id(), consent);
        var renewal = ((StartResult.Underway) started).renewal();
        var pay = world.until(account, renewal, Phase.TO_PAY).standing().pay().orElseThrow();
        var path = pay.url().getPath();
        world.sandbox().pay(path.substring(path.lastIndexOf('/') + 1), "4242424242424242");
        world.until(account, renewal, Phase.IN_REVIEW);
    }

    /** What is left of an expression when functions, words of the language, labels, texts and times are taken out. */
    private static Set<String> metrics(String expression) {
        var bare = expression
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)", "")
                .replaceAll("\\b(and|or|unless|bool|offset)\\b", "")
                .replaceAll("\\b[a-z_0-9]+\\s*(?=\\()", "")
                .replaceAll("\\b(sum|max|min)\\b", "");
        return NAME.matcher(bare)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> labels(@org.jspecify.annotations.Nullable String selector) {
        return selector == null
                ? Set.of()
                : Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(?:=~|!~|!=|=)\\s*\"")
                        .matcher(selector)
                        .results()
                        .map(label -> label.group(1))
                        .collect(Collectors.toSet());
    }

    private static List<String> panels() throws IOException {
        var dashboard = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("grafana-keepline.json")));
        assertThat(dashboard.path("title").asString()).isEqualTo("Keepline");
        var expressions = new ArrayList<String>();
        dashboard
                .path("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> expressions.add(target.path("expr").asString())));
        return expressions;
    }

    private static Map<String, Map<?, ?>> rules() throws IOException {
        var file = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(FOLDER.resolve("alerts.yaml")));
        var rules = new TreeMap<String, Map<?, ?>>();
        for (var group : (List<?>) entry(file, "groups")) {
            for (var rule : (List<?>) entry((Map<?, ?>) group, "rules")) {
                rules.put(text((Map<?, ?>) rule, "alert"), (Map<?, ?>) rule);
            }
        }
        return rules;
    }

    private static Object entry(Map<?, ?> map, String key) {
        var value = map.get(key);
        assertThat(value).as(key + " in " + map).isNotNull();
        return java.util.Objects.requireNonNull(value);
    }

    private static String text(Map<?, ?> map, String key) {
        return (String) entry(map, key);
    }

    private static Map<?, ?> map(Map<?, ?> map, String key) {
        return (Map<?, ?>) entry(map, key);
    }

    private static String scraped() {
        return management("/metrics").body();
    }

    private static HttpResponse<String> management(String path) {
        var port = world.bean(ManagementServer.class).port();
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
