package dev.keepline.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser without script: keeps cookies, fills in forms, follows no redirect by itself. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private String place = "";
    private final Map<String, String> said = new HashMap<>();

    public Visitor(String origin) {
        this.origin = origin;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** From now on somewhere else on the network, as a proxy says. */
    Visitor at(String address) {
        place = address;
        return this;
    }

    /** From now on with this header, as browsers send it by themselves. */
    Visitor saying(String header, String value) {
        said.put(header, value);
        return this;
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** What is no text, such as a PDF. */
    public HttpResponse<byte[]> bytes(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The status of an answer that need not end; what it says is not read. */
    int opens(String path) {
        var answer = send(
                HttpRequest.newBuilder(URI.create(origin + path)).GET(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the page with the form, so that the form can be sent. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        return post(action, fields, formToken(page));
    }

    /** The token that the forms on a page send along. */
    public String formToken(String page) {
        var token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page + ": " + get(page).body());
        }
        return token.group(1);
    }

    /** What a page sends along without showing it. */
    public static String hidden(HttpResponse<String> page, String name) {
        var field = Pattern.compile("type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("no hidden " + name + ": " + page.body());
        }
        return field.group(1);
    }

    public HttpResponse<String> post(String action, Map<String, String> fields, String token) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(origin + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encode(token))));
    }

    /** Sends what no browser sends. */
    public HttpResponse<String> raw(String action, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(origin + action))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Opens the page with the form, and sends a file with it. */
    public HttpResponse<String> upload(String page, String action, String name, byte[] file) {
        var token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        var head = "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return raw(
                action,
                "multipart/form-data; boundary=part",
                body.toByteArray()); // as browsers do: it says how long it is
    }

    public HttpResponse<String> signIn(String email, String password) {
        return submit("/login", "/login", Map.of("email", email, "password", password));
    }

    /** What a form of this browser is signed with. */
    String token() {
        var token = TOKEN.matcher(get("/login").body());
        if (!token.find()) {
            throw new AssertionError("no form on the sign-in page");
        }
        return token.group(1);
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .map(java.net.HttpCookie::getValue)
                .orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        if (!place.isEmpty()) {
            request.header("X-Forwarded-For", "192.0.2.1, " + place);
        }
        said.forEach(request::header);
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
