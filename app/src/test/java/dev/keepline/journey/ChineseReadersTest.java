package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.lines.Lines;
import dev.keepline.portal.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever reads in Chinese meets no sentence in English, wherever it is from: language files, the catalogue, or the code. Names of
 * carriers' plans are brands and stand as published.
 */
class ChineseReadersTest {

    @RegisterExtension
    static final World world = World.demo();

    /** Four small words in a row are a sentence, or part of one. */
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]{2,}(?:[ ,] ?[a-z]{2,}){3,}\\b");

    @Test
    void no_page_of_a_subscriber_holds_an_english_sentence() {
        var reader = reader("li@keepline.example", "keep my number alive");
        var account = world.bean(Accounts.class)
                .byEmail(new EmailAddress("li@keepline.example"))
                .orElseThrow();
        var paths = new ArrayList<>(List.of(
                "/",
                "/bills",
                "/support",
                "/support/new",
                "/reminders",
                "/settings",
                "/settings/delete",
                "/lines/new"));
        paths.addAll(List.of("/terms", "/privacy", "/verify", "/nowhere"));
        for (var line : world.bean(Lines.class).of(account)) {
            paths.add("/lines/" + line.id());
            paths.add("/lines/" + line.id() + "/renew");
            paths.add("/support/new?line=" + line.id());
        }
        assertThat(paths)
                .allSatisfy(path -> assertThat(english(reader, path)).as(path).isEmpty());
    }

    @Test
    void no_page_of_the_console_does_either() {
        var reader = reader("operator@keepline.example", "watch over every line");
        var paths = List.of(
                "/console",
                "/console/renewals",
                "/console/renewals?show=finished",
                "/console/customers",
                "/console/catalogue",
                "/console/health",
                "/console/actions",
                "/console/money",
                "/console/imports",
                "/console/lines");
        assertThat(paths)
                .allSatisfy(path -> assertThat(english(reader, path)).as(path).isEmpty());
    }

    @Test
    void in_english_there_are_some() {
        var origin = world.url("/").toString();
        assertThat(english(new Visitor(origin.substring(0, origin.length() - 1)), "/terms"))
                .isNotEmpty();
    }

    private static List<String> english(Visitor reader, String path) {
        var text = reader.get(path)
                .body()
                .replaceAll("(?s)<(script|style|select)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ");
        return ENGLISH.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Visitor reader(String email, String password) {
        var origin = world.url("/").toString();
        var reader = new Visitor(origin.substring(0, origin.length() - 1));
        reader.submit("/login", "/language", Map.of("to", "zh-CN", "back", "/login"));
        assertThat(reader.signIn(email, password).statusCode()).isEqualTo(303);
        return reader;
    }
}
