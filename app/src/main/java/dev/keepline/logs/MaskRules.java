package dev.keepline.logs;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of a text what a log must not hold: whoever reads logs need not know who our customers are. Rather too much than
 * too little; ids of ours, moments and addresses of machines are left, since without them a log is of no use.
 */
public final class MaskRules {

    static final String SECRET = "[secret]";
    private static final int LAST_DIGITS = 4;

    /** The first that fits at a place counts, so what is to be left comes first. */
    private static final Pattern SENSITIVE = Pattern.compile(String.join(
            "|",
            "(?<left>\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"
                    + "|\\b(?=[0-9]*[a-f])[0-9a-f]{32}\\b"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.]+Z?)?(?![0-9-])"
                    + "|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b(?!-))",
            "(?<secret>\\b(?:sk|rk)_(?:test|live)_\\w+|\\bwhsec_\\w+|\\b\\w{1,80}_secret_\\w+"
                    + "|(?i:\\bBearer|\\bBasic) [\\w+/=.-]{8,})",
            "(?<user>(?<=://)[^/\\s@]+@)",
            "(?<path>/(?:claim|unsubscribe|verify|webhooks/dtone)/)[^\\s\"?,]+",
            "(?<named>(?i:password|passwd|secret|token|api[-_]?key|authorization|_csrf|seal|[?&]code|[?&]t)[\"']?\\s*[=:]\\s*[\"']?)"
                    + "[^\\s\"',;&}\\])]+",
            "(?<mail>[\\p{L}\\p{N}._%+'-]{1,64}(?:@|%40))(?=[\\p{L}\\p{N}-]+\\.[\\p{L}\\p{N}])",
            "(?<number>(?<!\\p{Nd})\\+?\\(?\\p{Nd}(?:[ .()\\u00A0/-]{0,2}\\p{Nd}){8,40}\\p{Nd}*+)"));

    private MaskRules() {}

    /** The text without it. */
    public static String masked(String text) {
        return SENSITIVE.matcher(text).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(instead(match)));
    }

    private static String instead(MatchResult match) {
        if (match.group("left") != null) {
            return match.group();
        }
        if (match.group("path") != null) {
            return match.group("path") + SECRET;
        }
        if (match.group("named") != null) {
            return match.group("named") + SECRET;
        }
        if (match.group("mail") != null) {
            return "***@";
        }
        if (match.group("number") != null) {
            var digits = match.group().replaceAll("\\P{Nd}", "");
            return "…" + digits.substring(digits.length() - LAST_DIGITS);
        }
        return match.group("user") != null ? SECRET + "@" : SECRET;
    }
}
