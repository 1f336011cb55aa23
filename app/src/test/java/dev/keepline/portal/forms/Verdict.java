package dev.keepline.portal.forms;

import dev.keepline.kernel.PlainText;
import dev.keepline.portal.forms.Form.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What is wrong with an answer to an input. */
record Verdict(Kept kept, Form form, String name, Sent sent) {

    private static final Set<Integer> ANSWERS = Set.of(200, 303, 404, 409, 410, 422, 429);

    /** Words that only a machine says. */
    static final Pattern INSIDES = Pattern.compile(
            "Exception|java\\.|org\\.springframework|dev\\.keepline\\.|Whitelabel|SQLSTATE|stack trace|Apache Tomcat|>null<");

    private static final Pattern ALERT = Pattern.compile("<(p|div)[^>]*class=\"alert\".*?</\\1>", Pattern.DOTALL);
    /** Whole, also where what was typed has a bracket in it. */
    private static final Pattern FIELD = Pattern.compile("<(input|select)\\b(?:[^>\"]|\"[^\"]*\")*>");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** @param text empty when the field was not sent */
    record Sent(Input input, Optional<String> text, String language) {

        String plain() {
            return PlainText.of(text.orElse("")).strip();
        }
    }

    List<String> problems(Readers.Answer answer, boolean untouched) {
        var problems = new ArrayList<String>();
        int status = answer.statusCode();
        if (!ANSWERS.contains(status)) {
            problems.add("no answer for people: " + brief(answer.body()));
            return problems;
        }
        page(answer.body(), problems);
        if (status == 303) {
            led(answer, problems);
        }
        if (status == 422) {
            refused(answer.body(), untouched, problems);
        }
        boolean refusal = status == 422 || (status == 404 && kind() == Kind.CHOICE);
        if (kind().refuses(sent.input()) && !refusal) {
            problems.add("must be refused");
        }
        if (kind().takes(sent.input())) {
            taken(answer, problems);
        }
        return problems;
    }

    private Kind kind() {
        return field().kind();
    }

    private Field field() {
        return Objects.requireNonNull(form.fields().get(name));
    }

    /** What holds of every page. */
    private void page(String body, List<String> problems) {
        if (body.contains("<i id=evil>") || body.contains("<script>evil")) {
            problems.add("what was typed became part of the page");
        }
        if (body.contains(Ground.SECRET)) {
            problems.add("shows what is another's");
        }
        var insides = INSIDES.matcher(body.replaceAll("\\bnonce=\"[^\"]*\"|<script.*?</script>", ""));
        if (insides.find()) {
            problems.add("shows its insides: " + insides.group());
        }
        if (!body.isEmpty() && !body.contains("<html lang=\"" + sent.language() + "\"")) {
            problems.add("is not in the reader's language");
        }
        if (sent.input().card() && kind().typed() && body.contains(sent.text().orElse(""))) {
            problems.add("sends a card's number back");
        }
    }

    private void led(Readers.Answer answer, List<String> problems) {
        if (!answer.location().matches("/([^/].*)?")) {
            problems.add("leads away to " + answer.location());
            return;
        }
        var next = answer.next();
        if (next.statusCode() != 200 && next.statusCode() != 303) {
            problems.add("leads to a page that is " + next.statusCode() + ": " + answer.location());
        }
        page(next.body(), problems);
    }

    /** Says what is wrong in the reader's language beside the field, keeps what was typed and stores nothing. */
    private void refused(String body, boolean untouched, List<String> problems) {
        var alerts = ALERT.matcher(body)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group().replaceAll("<[^>]*>", " "))
                        .replace(sent.plain(), ""))
                .collect(Collectors.joining(" "));
        if (!spoken(body) || alerts.isBlank()) {
            problems.add("does not say what is wrong");
        } else if (HAN.matcher(alerts).find() != sent.language().equals("zh-CN")) {
            problems.add("says it in another language: " + alerts);
        }
        if (!untouched) {
            problems.add("stored something all the same");
        }
        if (!kind().typed() || !kind().refuses(sent.input())) {
            return;
        }
        var element = element(body);
        if (element.isEmpty()) {
            problems.add("does not point at the field");
        }
        if (kind().keeps(sent.input())
                && element.filter(text -> HtmlUtils.htmlUnescape(text).contains(sent.plain()))
                        .isEmpty()) {
            problems.add("does not keep what was typed: "
                    + element.map(Verdict::brief).orElse(""));
        }
        if (kind() == Kind.PASSWORD && sent.plain().length() > 2 && body.contains(sent.plain())) {
            problems.add("sends a password back");
        }
    }

    /** At once, as an alert, or as the description of the field where the page opens. */
    private static boolean spoken(String body) {
        return body.contains("role=\"alert\"")
                || FIELD.matcher(body)
                        .results()
                        .map(MatchResult::group)
                        .filter(field -> field.contains(" autofocus") && field.contains("aria-invalid=\"true\""))
                        .anyMatch(field -> described(field, body));
    }

    /** The field, when it is marked as wrong and names the sentence that says why. */
    private Optional<String> element(String body) {
        return Pattern.compile(
                        "<(input|textarea|select)\\b[^>]*\\bname=\"" + Pattern.quote(name) + "\"[^>]*>([^<]*)",
                        Pattern.DOTALL)
                .matcher(body)
                .results()
                .map(found -> found.group())
                .filter(html -> html.contains("aria-invalid=\"true\""))
                .filter(html -> described(html, body))
                .findFirst();
    }

    private static boolean described(String element, String body) {
        var by = Pattern.compile("aria-describedby=\"([^\"]+)\"").matcher(element);
        return by.find()
                && Pattern.compile(" ")
                        .splitAsStream(by.group(1))
                        .map(id -> "<p (?=[^>]*class=\"alert\")[^>]*\\bid=\"%s\"".formatted(Pattern.quote(id)))
                        .anyMatch(alert -> Pattern.compile(alert).matcher(body).find());
    }

    private void taken(Readers.Answer answer, List<String> problems) {
        if (answer.statusCode() != 303) {
            problems.add("must be taken: " + brief(answer.body()));
        } else if (!kept.holds(sent.plain())) {
            problems.add("is not kept whole");
        }
    }

    private static String brief(String text) {
        var bare = text.replaceAll("(?s).*<main[^>]*>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
        return bare.substring(0, Math.min(160, bare.length()));
    }
}
