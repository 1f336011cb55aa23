package dev.keepline.portal.frame;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills what was typed into the form of a page of ours that it was typed into, as a browser does when one goes back. Only
 * what a person types or picks is filled in: no password, nothing to tick, and no hidden field that is not marked so.
 *
 * @param html the page
 * @param any whether the page had such a form
 */
record Filled(String html, boolean any) {

    private static final String ATTRIBUTES = "((?:[^>\"']|\"[^\"]*\"|'[^']*')*)";
    private static final Pattern FORM = Pattern.compile("<form\\b" + ATTRIBUTES + ">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b" + ATTRIBUTES + ">");
    private static final Pattern AREA =
            Pattern.compile("(<textarea\\b" + ATTRIBUTES + ">).*?(</textarea>)", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("<select\\b" + ATTRIBUTES + ">.*?</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b" + ATTRIBUTES + ">");

    static Filled in(String html, KeptForm kept) {
        var any = new boolean[1];
        var filled = each(FORM, html, (form, whole) -> {
            if (!attribute(form.group(1), "action").replaceFirst("#.*", "").equals(kept.action())
                    || !isThatOne(form.group(2), kept.fields())) {
                return whole;
            }
            var inside = areas(lists(inputs(whole, kept.fields()), kept.fields()), kept.fields());
            any[0] |= !inside.equals(whole);
            return inside;
        });
        return new Filled(filled, any[0]);
    }

    /** Where several forms go to one place, the hidden fields say which one was sent. */
    private static boolean isThatOne(String form, Map<String, String> typed) {
        return INPUT.matcher(form)
                .results()
                .map(input -> input.group(1))
                .filter(input -> attribute(input, "type").equals("hidden") && !input.contains("data-keep"))
                .allMatch(input -> {
                    var sent = typed.get(attribute(input, "name"));
                    return sent == null || sent.equals(attribute(input, "value"));
                });
    }

    private static String inputs(String form, Map<String, String> typed) {
        return each(INPUT, form, (input, whole) -> {
            var value = typed.get(attribute(input.group(1), "name"));
            var type = attribute(input.group(1), "type");
            if (value == null) {
                return whole;
            }
            return switch (type) {
                case "password", "checkbox", "file", "submit" -> whole;
                case "hidden" -> whole.contains("data-keep") ? with(whole, value) : whole;
                case "radio" ->
                    marked(whole, "checked", attribute(input.group(1), "value").equals(value));
                default -> with(whole, value);
            };
        });
    }

    private static String areas(String form, Map<String, String> typed) {
        return each(AREA, form, (area, whole) -> {
            var value = typed.get(attribute(area.group(2), "name"));
            return value == null ? whole : area.group(1) + escaped(value) + area.group(3);
        });
    }

    private static String lists(String form, Map<String, String> typed) {
        return each(LIST, form, (list, whole) -> {
            var value = typed.get(attribute(list.group(1), "name"));
            boolean offered = value != null
                    && OPTION.matcher(whole)
                            .results()
                            .anyMatch(o -> attribute(o.group(1), "value").equals(value));
            return offered
                    ? each(
                            OPTION,
                            whole,
                            (option, tag) -> marked(
                                    tag,
                                    "selected",
                                    attribute(option.group(1), "value").equals(value)))
                    : whole;
        });
    }

    private static String with(String tag, String value) {
        return tag.replaceFirst("\\svalue=\"[^\"]*\"", "")
                .replaceFirst(">$", Matcher.quoteReplacement(" value=\"" + escaped(value) + "\">"));
    }

    private static String marked(String tag, String mark, boolean set) {
        var plain = tag.replaceFirst("\\s" + mark + "(=\"[^\"]*\")?(?=[\\s>])", "");
        return set ? plain.replaceFirst(">$", " " + mark + ">") : plain;
    }

    private static String each(Pattern pattern, String text, BiFunction<MatchResult, String, String> change) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(change.apply(found, found.group())));
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find()
                ? found.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&")
                : "";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
