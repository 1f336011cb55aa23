package dev.keepline.screens;

import static dev.keepline.screens.Who.NEWCOMER;
import static dev.keepline.screens.Who.NOBODY;
import static dev.keepline.screens.Who.RENEWER;
import static dev.keepline.screens.Who.SUBSCRIBER;

import com.microsoft.playwright.Page;
import dev.keepline.renewal.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The list of all pages. A test compares it with the registered routes, so a page cannot be forgotten. */
public final class Scenes {

    /** Where people meet a page that has no route of its own. */
    static final String NO_ROUTE = "";

    private static final Map<String, String> LINES = Map.of(
            "near", "Bank codes",
            "out", "Mum",
            "due", "Work",
            "fine", "Travel",
            "unknown", "Spare",
            "gone", "Old flat",
            "entered", "Shop",
            "own", "Family");

    private Scenes() {}

    /** Every page in every state that the running product can be brought to. */
    public static List<Scene> all() {
        var all = new ArrayList<Scene>();
        all.add(Scene.at("login", "/login", NOBODY, _ -> "/login"));
        all.add(new Scene("login-wrong", "/login", NOBODY, Scenes::logInWrongly));
        all.add(Scene.at("lines", "/", SUBSCRIBER, _ -> "/"));
        all.add(Scene.at("lines-none", "/", NEWCOMER, _ -> "/"));
        all.add(Scene.at("lines-news", "/", RENEWER, _ -> "/"));
        LINES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(line -> Scene.at("line-" + line.getKey(), "/lines/{id}", SUBSCRIBER, s -> s.line(line.getValue())))
                .forEach(all::add);
        renewing(all);
        tracking(all);
        entering(all);
        keeping(all);
        support(all);
        AccountScenes.add(all);
        ConsoleScenes.add(all);
        all.add(Scene.at("not-found", NO_ROUTE, SUBSCRIBER, _ -> "/lines/nothing"));
        all.add(new Scene("old-form", NO_ROUTE, SUBSCRIBER, Scenes::sendAnOldForm));
        return List.copyOf(all);
    }

    /** Ways in: accounts, and links from letters. */
    private static void entering(List<Scene> all) {
        for (var path : List.of("/signup", "/recover")) {
            all.add(Scene.at(path.substring(1), path, NOBODY, _ -> path));
        }
        all.add(new Scene("signup-wrong", "/signup", NOBODY, Scenes::signUpWrongly));
        for (var path : List.of("/signup/confirm", "/recover/new", "/email/confirm", "/email/undo")) {
            var name = path.substring(1).replace('/', '-') + "-old";
            all.add(Scene.at(name, path, NOBODY, _ -> path + "?t=old"));
        }
        for (var path : List.of("/terms", "/privacy")) {
            all.add(Scene.at(path.substring(1), path, NOBODY, _ -> path));
        }
        all.add(Scene.at("claim-old", "/claim/{token}", NEWCOMER, _ -> "/claim/old"));
        all.add(Scene.at("settings", "/settings", SUBSCRIBER, _ -> "/settings"));
        all.add(Scene.at("settings-delete", "/settings/delete", SUBSCRIBER, _ -> "/settings/delete"));
    }

    /** Lines by hand, bills, and papers. */
    private static void keeping(List<Scene> all) {
        all.add(Scene.at("line-new", "/lines/new", SUBSCRIBER, _ -> "/lines/new"));
        for (var part : List.of("edit", "elsewhere", "remove")) {
            var route = "/lines/{id}/" + part;
            all.add(Scene.at("line-" + part, route, SUBSCRIBER, s -> s.line("Family") + "/" + part));
        }
        all.add(Scene.at("bills", "/bills", RENEWER, _ -> "/bills"));
        all.add(Scene.at("bills-none", "/bills", NEWCOMER, _ -> "/bills"));
        all.add(Scene.at("verify", "/verify", NOBODY, _ -> "/verify"));
        all.add(Scene.at("verified", "/verify/{code}", NOBODY, Stage::proofCode));
        all.add(Scene.at("verified-not", "/verify/{code}", NOBODY, _ -> "/verify/0000-0000-0000-0000"));
    }

    private static void support(List<Scene> all) {
        all.add(Scene.at("reminders", "/reminders", SUBSCRIBER, _ -> "/reminders"));
        all.add(Scene.at("unsubscribe", "/unsubscribe/{token}", NOBODY, Stage::unsubscribe));
        all.add(Scene.at("support", "/support", RENEWER, _ -> "/support"));
        all.add(Scene.at("support-none", "/support", NEWCOMER, _ -> "/support"));
        var ask = "/support/new";
        all.add(Scene.at("ask", ask, NEWCOMER, _ -> ask));
        all.add(Scene.at(
                "ask-renewal",
                ask,
                RENEWER,
                s -> ask + "?renewal=" + s.tracker(Phase.IN_REVIEW).replaceFirst(".*/", "")));
        all.add(new Scene("ask-card", ask, NEWCOMER, (page, s) -> {
            page.navigate(s.url(ask));
            page.locator("textarea").fill("My card is 4242 4242 4242 4242");
            page.locator("main form button").first().click();
            page.waitForSelector("[role=alert]");
        }));
        all.add(Scene.at("conversation", "/support/{id}", RENEWER, s -> s.question("/support/")));
    }

    private static void renewing(List<Scene> all) {
        var route = "/lines/{id}/renew";
        all.add(Scene.at("renew", route, SUBSCRIBER, s -> s.line("Work") + "/renew"));
        all.add(Scene.at("renew-top-up", route, SUBSCRIBER, s -> s.line("Shop") + "/renew"));
        all.add(Scene.at("renew-top-up-unknown", route, SUBSCRIBER, s -> s.line("Spare") + "/renew"));
        all.add(Scene.at("renew-elsewhere", route, SUBSCRIBER, s -> s.line("Family") + "/renew"));
        all.add(new Scene("renew-wrong", route, SUBSCRIBER, (page, s) -> choose(page, s, "Shop", "ten")));
        all.add(new Scene("quote", "/quotes/{id}", SUBSCRIBER, (page, s) -> choose(page, s, "Work", "")));
        all.add(new Scene("quote-out", "/quotes/{id}", SUBSCRIBER, (page, s) -> choose(page, s, "Mum", "")));
        all.add(new Scene("quote-top-up", "/quotes/{id}", SUBSCRIBER, (page, s) -> choose(page, s, "Shop", "25")));
        all.add(new Scene("quote-unticked", "/quotes/{id}", SUBSCRIBER, Scenes::payWithoutTicking));
    }

    private static void tracking(List<Scene> all) {
        var route = "/renewals/{id}";
        for (var phase : List.of(
                Phase.TO_PAY,
                Phase.ORDERED,
                Phase.CONFIRMING,
                Phase.IN_REVIEW,
                Phase.RENEWED,
                Phase.NOT_CHARGED,
                Phase.REFUNDED)) {
            var name =
                    "tracker-" + phase.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            all.add(Scene.at(name, route, RENEWER, s -> s.tracker(phase)));
        }
        all.add(Scene.at("tracker-top-up", route, RENEWER, Stage::topUp));
        all.add(Scene.at("proof", route + "/proof", RENEWER, s -> s.tracker(Phase.RENEWED) + "/proof"));
        all.add(Scene.at("proof-top-up", route + "/proof", RENEWER, s -> s.topUp() + "/proof"));
    }

    private static void logInWrongly(Page page, Stage stage) {
        page.navigate(stage.url("/login"));
        page.locator("input[type=email]").fill("somebody@keepline.example");
        page.locator("input[type=password]").fill("not the one");
        page.locator("main form button").click();
        page.waitForSelector("[role=alert]");
    }

    private static void signUpWrongly(Page page, Stage stage) {
        page.navigate(stage.url("/signup"));
        page.locator("main form").first().evaluate("form => { form.noValidate = true; form.requestSubmit(); }");
        page.waitForSelector("[role=alert]");
    }

    private static void choose(Page page, Stage stage, String label, String amount) {
        page.navigate(stage.url(stage.line(label) + "/renew"));
        page.locator("input[name=offer]").first().check();
        if (!amount.isEmpty()) {
            page.locator("input[name=amount]").first().fill(amount);
        }
        page.locator("main form button.btn").first().click();
        page.waitForSelector("[role=alert], form[action$='/pay']");
    }

    private static void payWithoutTicking(Page page, Stage stage) {
        choose(page, stage, "Work", "");
        page.locator("form[action$='/pay']").evaluate("form => { form.noValidate = true; form.requestSubmit(); }");
        page.waitForSelector("[role=alert]");
    }

    private static void sendAnOldForm(Page page, Stage stage) {
        page.navigate(stage.url("/"));
        page.locator("form[action='/logout']").evaluate("form => { form._csrf.value = 'old'; form.submit(); }");
        page.waitForSelector("[aria-labelledby=facts]");
    }
}
