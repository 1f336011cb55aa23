package dev.keepline.portal.preview;

import dev.keepline.portal.account.LoginPage;
import dev.keepline.portal.errors.ErrorPage;
import dev.keepline.portal.frame.Frame.Viewer;
import dev.keepline.portal.lines.LinesPage;
import dev.keepline.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages, each with data that shows what it can. */
final class SamplePages {

    private final Words w;

    SamplePages(Words words) {
        this.w = words;
    }

    record Sample(String template, Viewer viewer, Object page) {}

    Map<String, Sample> all() {
        var pages = new TreeMap<String, Sample>();
        pages.put("login", nobody("page/login", login(Optional.empty())));
        pages.put("login-wrong", nobody("page/login", login(Optional.of("login.wrong"))));
        pages.put("lines", subscriber("page/lines", LinesPage.of(SampleLines.all(), w, SampleLines.NOW)));
        pages.put("lines-none", subscriber("page/lines", LinesPage.of(List.of(), w, SampleLines.NOW)));
        for (var kind : List.of("missing", "refused", "often", "broken")) {
            pages.put("error-" + kind, subscriber("page/error", new ErrorPage(kind, "51c802f09ab4")));
        }
        return pages;
    }

    private LoginPage login(Optional<String> problem) {
        return new LoginPage(
                LoginPage.example(java.time.LocalDate.parse("2026-11-25")),
                "wei@example.com",
                "/",
                problem.map(w::h),
                Optional.empty());
    }

    private static Sample nobody(String template, Object page) {
        return new Sample(template, Viewer.NOBODY, page);
    }

    private static Sample subscriber(String template, Object page) {
        return new Sample(template, Viewer.SUBSCRIBER, page);
    }
}
