package dev.keepline.portal.frame;

import dev.keepline.kernel.PlainText;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed into a form that was not done. It is kept nowhere but in the next page that the same browser is shown,
 * in a field of a form with our token: neither a password nor a card's number is in it.
 *
 * @param action the path the form was sent to
 * @param fields by name
 */
public record KeptForm(String action, Map<String, String> fields) {

    /** The name of the field in which pages carry it along. */
    public static final String FIELD = "kept";

    private static final Set<String> SECRETS = Set.of("password", "present", "_csrf");
    private static final int LONGEST = 100_000;

    /** Ids and the secrets of links: no card's number, however many digits are in it. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9_-]{43}");

    public KeptForm {
        fields = Map.copyOf(fields);
    }

    /** What was sent with a form; empty where there is nothing to keep, or more than any form of ours can hold. */
    static Optional<KeptForm> of(HttpServletRequest request) {
        var type = request.getContentType();
        // Reading the fields of any other form would write its files.
        if (!request.getMethod().equals("POST")
                || type == null
                || !type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        var fields = request.getParameterMap().entrySet().stream()
                .filter(field -> !SECRETS.contains(field.getKey()))
                .filter(field -> !field.getValue()[0].isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, field -> covered(field.getValue()[0])));
        return fitting(request.getRequestURI(), fields);
    }

    /** What {@link #encoded} wrote; empty for anything else. */
    public static Optional<KeptForm> parse(String encoded) {
        int mark = encoded.indexOf('?');
        if (mark <= 0
                || encoded.length() > 3 * LONGEST
                || !LocalPath.of(encoded.substring(0, mark)).startsWith("/")) {
            return Optional.empty();
        }
        try {
            var fields = new LinkedHashMap<String, String>();
            Stream.of(encoded.substring(mark + 1).split("&", -1))
                    .map(field -> field.split("=", 2))
                    .filter(field -> field.length == 2 && !SECRETS.contains(field[0]))
                    .forEach(field -> fields.put(decode(field[0]), covered(decode(field[1]))));
            return fitting(LocalPath.of(encoded.substring(0, mark)), fields);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** As text, for a field of a form. */
    public String encoded() {
        return action + "?"
                + fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static Optional<KeptForm> fitting(String action, Map<String, String> fields) {
        int length = fields.values().stream().mapToInt(String::length).sum();
        return fields.isEmpty() || length > LONGEST ? Optional.empty() : Optional.of(new KeptForm(action, fields));
    }

    private static String covered(String text) {
        var plain = PlainText.of(text);
        return ID.matcher(plain).matches() ? plain : WrittenRules.mask(plain);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
