package dev.keepline.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.BrowserWorld;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The list of pages is whole: each page that can be asked for stands in it, so it is photographed and checked. */
class ScenesTest {

    @RegisterExtension
    static final BrowserWorld browser = new BrowserWorld();

    /** Answers to GET that are no pages: files, a part of a page, a stream. The error page is met without its address. */
    private static final Set<String> NO_PAGES = Set.of(
            "/assets/{name}",
            "/renewals/{id}/live",
            "/renewals/{id}/events",
            "/renewals/{id}/proof.pdf",
            "/renewals/{id}/receipt.pdf",
            "/bills.csv",
            "/settings/export",
            "/settings/export.zip",
            "/health/live",
            "/health/ready",
            "/console/imports/template.csv",
            "/console/imports/{id}/wrong.csv",
            "/console/money.csv",
            "/console/",
            "/error");

    @Test
    void every_page_that_is_registered_is_in_the_list_and_no_other() {
        var registered = new TreeSet<String>();
        var mapping = browser.once(Stage.class, Stage::set)
                .world()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods().forEach((info, _) -> {
            var methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                registered.addAll(patterns(info));
            }
        });
        registered.removeAll(NO_PAGES);

        var listed = Scenes.all().stream()
                .map(Scene::route)
                .filter(route -> !route.equals(Scenes.NO_ROUTE))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed)
                .as("add what is missing to Scenes: one line a page and state")
                .isEqualTo(registered);
    }

    @Test
    void no_two_pictures_have_the_same_name() {
        assertThat(Scenes.all()).extracting(Scene::name).doesNotHaveDuplicates();
    }

    private static Set<String> patterns(RequestMappingInfo info) {
        return info.getPatternValues();
    }
}
