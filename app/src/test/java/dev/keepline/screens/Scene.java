package dev.keepline.screens;

import com.microsoft.playwright.Page;

/**
 * A page in one of its states.
 *
 * @param name of its picture
 * @param route the pattern it is registered under
 * @param way leads a browser to it
 */
public record Scene(String name, String route, Who who, Way way) {

    /** Leads a browser, signed in as the right person, to the page. */
    @FunctionalInterface
    public interface Way {
        void go(Page page, Stage stage);
    }

    /** A page that its address alone leads to. */
    static Scene at(String name, String route, Who who, java.util.function.Function<Stage, String> path) {
        return new Scene(name, route, who, (page, stage) -> page.navigate(stage.url(path.apply(stage))));
    }
}
