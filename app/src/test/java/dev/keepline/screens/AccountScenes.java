package dev.keepline.screens;

import static dev.keepline.screens.Who.NEWCOMER;
import static dev.keepline.screens.Who.NOBODY;
import static dev.keepline.screens.Who.RENEWER;

import com.microsoft.playwright.Page;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Purpose;
import dev.keepline.identity.links.Links;
import java.time.Instant;
import java.util.List;

/** The pages of an account itself. */
final class AccountScenes {

    private AccountScenes() {}

    static void add(List<Scene> all) {
        for (var kind : List.of("signup", "recover")) {
            var path = "/" + kind;
            all.add(new Scene(kind + "-mailed", path, NOBODY, (page, s) -> ask(page, s, path)));
        }
        all.add(Scene.at("signup-choose", "/signup/confirm", NOBODY, s -> link(s, Purpose.SIGN_UP)));
        all.add(Scene.at("recover-choose", "/recover/new", NOBODY, s -> link(s, Purpose.RECOVER)));
        all.add(new Scene("recover-short", "/recover/new", NOBODY, (page, s) -> {
            page.navigate(s.url(link(s, Purpose.RECOVER)));
            page.locator("input[type=password]").fill("too short");
            page.locator("main form button").click();
            page.waitForSelector("[role=alert]");
        }));
        all.add(Scene.at("email-confirm-press", "/email/confirm", NOBODY, s -> link(s, Purpose.NEW_EMAIL)));
        all.add(Scene.at("email-undo-press", "/email/undo", NOBODY, s -> link(s, Purpose.OLD_EMAIL)));
        all.add(Scene.at("settings-delete-not-now", "/settings/delete", RENEWER, _ -> "/settings/delete"));
    }

    private static void ask(Page page, Stage stage, String path) {
        stage.world().postgres().owner().sql("delete from sign_in_tries").update();
        page.navigate(stage.url(path));
        page.locator("input[type=email]").fill("somebody@keepline.example");
        page.locator("main form button").click();
        page.waitForSelector("ul.how");
    }

    /** The page behind a link that nobody has used; looking at it does not use it either. */
    private static String link(Stage stage, Purpose purpose) {
        var accounts = stage.world().bean(Accounts.class);
        var newcomer = accounts.byEmail(new EmailAddress(NEWCOMER.email()))
                .flatMap(accounts::recipient)
                .orElseThrow();
        return stage.world().bean(Links.class).make(purpose, newcomer, Instant.now());
    }
}
