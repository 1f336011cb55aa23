package dev.keepline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody signed in who renews a line by the pages, with every request a browser would make for them. */
final class Person {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TERMS = Pattern.compile("name=\"terms\" value=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("(cs_test_[A-Za-z0-9]+)");
    private static final String PROOF = "/proof\"";
    private static final int MOST_LOOKS = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Application application;
    private final Http http;
    private String cookies;

    /** The account of that number; it has a session. */
    Person(Application application, Http http, int number) {
        this.application = application;
        this.http = http;
        this.cookies = Names.cookie(number);
    }

    /**
     * Chooses, accepts, and is sent to the gateway's page.
     *
     * @return the payment session, as the gateway calls it
     */
    String open(long line) throws IOException, InterruptedException {
        String choose = "/lines/" + Names.line(line) + "/renew";
        HttpResponse<String> page = get(choose);
        cookies = cookies + "; "
                + page.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.replaceFirst(";.*", ""))
                        .collect(Collectors.joining("; "));
        String quote = post(choose, Map.of("_csrf", found(TOKEN, page.body()), "offer", "sandbox-monthly"));
        String body = get(quote).body();
        String pay =
                post(quote + "/pay", Map.of("_csrf", found(TOKEN, body), "terms", found(TERMS, body), "spend", "yes"));
        return found(SESSION, pay.contains("/cs_") ? pay : opened(pay));
    }

    /** On a busy machine the gateway's page opens late: the tracker then says where it is. */
    private String opened(String tracker) throws IOException, InterruptedException {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            String body = get(tracker).body();
            if (body.contains("cs_test_")) {
                return body;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("no payment page was opened: " + tracker);
    }

    /** Comes back from the gateway to this page, watches until the proof is there, and opens it. */
    void watch(String path) throws IOException, InterruptedException {
        String seen = get(path).body();
        if (!seen.contains(PROOF)) {
            seen = streamed(path);
        }
        if (!seen.contains(PROOF)) {
            throw new IllegalStateException(path + " ended without a proof: " + seen);
        }
        get(path + "/proof");
    }

    /** What the tracker's stream says, up to the proof or to its end. */
    private String streamed(String path) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> events =
                http.expect(200, signedIn(path + "/events"), HttpResponse.BodyHandlers.ofLines());
        StringBuilder seen = new StringBuilder();
        try (Stream<String> lines = events.body()) {
            boolean proven = lines.peek(line -> seen.append(line).append('\n')).anyMatch(line -> line.contains(PROOF));
            return proven ? PROOF : seen.toString();
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.expect(200, signedIn(path));
    }

    private String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = http.expect(
                303,
                signedIn(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpRequest.Builder signedIn(String path) {
        URI address = application.url(path);
        return http.request(address).headers("Cookie", cookies, "Accept", "text/html", "Accept-Language", "en");
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("the page has no " + pattern + ": " + page);
        }
        return matcher.group(1);
    }
}
