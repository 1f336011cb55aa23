package dev.keepline.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is wrong with the page that a browser shows, at every width and in both themes. */
final class Inspection {

    private static final String AXE = axe();

    private static final List<String> ALL_RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What the theme can change. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /** Each violation with the elements it concerns, as lines of text. */
    private static final String RUN_AXE = """
            async (rules) => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')))
            """;

    /** What is pressed, by itself and not within a sentence, and smaller than 44 px: height and, for a word alone, width. */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('button, summary, .btn, .link, .back, .nav a, .brand, .who h2 a, .check label, input')]
                .filter(e => e.checkVisibility({ visibilityProperty: true }) && !['radio', 'checkbox', 'hidden'].includes(e.type))
                .filter(e => e.getBoundingClientRect().height < 43.5 || (e.matches('.link, .btn') && e.getBoundingClientRect().width < 43.5))
                .map(e => e.outerHTML.slice(0, 120) + ' is ' + Math.round(e.getBoundingClientRect().width) + ' by ' + Math.round(e.getBoundingClientRect().height) + ' px')
            """;

    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
                [...document.querySelectorAll('main *, header *, footer *')]
                    .filter(e => !e.closest('.scroll, svg, .vh') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    .slice(0, 3).map(e => e.outerHTML.slice(0, 160)).concat('wider than the screen')
            """;

    /** A sentence whose words before and after an emphasis have become columns of a flex row or a grid. */
    private static final String TORN = """
            () => [...document.querySelectorAll('body *')]
                .filter(e => /flex|grid/.test(getComputedStyle(e).display))
                .filter(e => [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim()).length > 1)
                .map(e => e.outerHTML.slice(0, 160) + ' tears its sentence apart')
            """;

    private final Page page;
    private final List<String> problems = new ArrayList<>();

    Inspection(Page page) {
        this.page = page;
    }

    /** Empty when all is well. */
    List<String> problems() {
        page.evaluate(AXE);
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            add(width + " px", TOO_WIDE, List.of());
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                add(width + " px " + scheme, RUN_AXE, scheme == ColorScheme.LIGHT ? ALL_RULES : COLOURS);
            }
        }
        add("360 px", SMALL_TARGETS, List.of());
        add("360 px", TORN, List.of());
        page.setViewportSize(320, 800);
        add("320 px", TOO_WIDE, List.of());
        return problems;
    }

    private void add(String where, String script, List<String> rules) {
        for (var problem : (List<?>) page.evaluate(script, rules)) {
            problems.add(where + ": " + problem);
        }
    }

    private static String axe() {
        try (var in = Inspection.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
