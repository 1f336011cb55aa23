package dev.keepline.screens;

import static dev.keepline.screens.Who.OPERATOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;

/** The pages of the operator. */
final class ConsoleScenes {

    private static final String IMPORTS = "/console/imports";

    /** Lines of nobody: two to be invited, one of them with a name that changes from upload to upload. */
    private static final String GOOD = """
            reference,email,carrier,state,zip,number,service_until,label
            S-1,holder@example.com,att-prepaid,NY,10001,+1 303 555 0191,2026-12-31,Bank codes
            S-2,another@example.com,att-prepaid,CO,80202,+1 303 555 0192,,%s
            """;

    private ConsoleScenes() {}

    static void add(List<Scene> all) {
        all.add(Scene.at("console", "/console", OPERATOR, _ -> "/console"));
        all.add(Scene.at("console-answered", "/console", OPERATOR, _ -> "/console?show=waiting"));
        for (var kind : List.of("questions", "cases", "renewals")) {
            var route = "/console/" + kind + "/{account}/{id}";
            all.add(Scene.at("console-" + kind + "-one", route, OPERATOR, s -> s.atConsole(kind)));
        }
        all.add(Scene.at("console-case-closed", "/console/cases/{account}/{id}", OPERATOR, Stage::closedCase));
        var customer = "/console/customers/{account}";
        all.add(Scene.at("console-customer", customer, OPERATOR, s -> s.atConsole("customers")));
        for (var part : List.of("cases", "renewals", "customers", "money", "catalogue", "health", "actions")) {
            var path = "/console/" + part;
            all.add(Scene.at("console-" + part, path, OPERATOR, _ -> path));
        }
        all.add(Scene.at("console-finished", "/console/renewals", OPERATOR, _ -> "/console/renewals?show=finished"));
        all.add(new Scene("console-found", "/console/customers", OPERATOR, (page, s) -> {
            page.navigate(s.url("/console/customers"));
            page.locator("#q").fill("0142");
            page.locator("form[role=search] button").click();
            page.waitForSelector("#hits0");
        }));
        imports(all);
    }

    private static void imports(List<Scene> all) {
        var one = IMPORTS + "/{id}";
        all.add(Scene.at("console-imports", IMPORTS, OPERATOR, _ -> IMPORTS));
        all.add(new Scene("console-import", one, OPERATOR, (page, s) -> upload(page, s, "iccid,number\n1,2\n")));
        all.add(new Scene(
                "console-import-rows", one, OPERATOR, (page, s) -> upload(page, s, GOOD.replace("NY", "Utah"))));
        all.add(new Scene("console-import-done", one, OPERATOR, (page, s) -> carryOut(page, s, "Desk")));
        all.add(new Scene("console-import-plan", one, OPERATOR, (page, s) -> {
            carryOut(page, s, "Desk");
            upload(page, s, GOOD.formatted("Till"));
        }));
        all.add(new Scene("console-lines", "/console/lines", OPERATOR, (page, s) -> {
            carryOut(page, s, "Desk");
            page.navigate(s.url("/console/lines"));
        }));
        all.add(new Scene("console-line", "/console/lines/{id}", OPERATOR, (page, s) -> {
            carryOut(page, s, "Desk");
            page.navigate(s.url("/console/lines"));
            page.locator("tbody a").first().click();
            page.waitForURL(address -> address.matches(".*/console/lines/[^?]+"));
        }));
    }

    private static void upload(Page page, Stage s, String file) {
        page.navigate(s.url(IMPORTS));
        page.locator("input[type=file]").setInputFiles(new FilePayload("lines.csv", "text/csv", file.getBytes(UTF_8)));
        page.locator("form[enctype] button").click();
        page.waitForURL(address -> address.contains(IMPORTS + "/"));
    }

    private static void carryOut(Page page, Stage s, String label) {
        upload(page, s, GOOD.formatted(label));
        page.locator("form[action$='/import'] button").click();
        page.waitForSelector("#holders");
    }
}
