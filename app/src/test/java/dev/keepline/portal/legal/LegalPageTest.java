package dev.keepline.portal.legal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.portal.preview.Preview;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody without an account is told how to reach the operator where it says so, and else sent nowhere. */
class LegalPageTest {

    @ParameterizedTest
    @CsvSource({"terms, en", "terms, zh-CN", "privacy, en", "privacy, zh-CN"})
    void the_contact_stands_there_when_it_is_known(String kind, String language) {
        assertThat(sentences(kind, language, "help@sandbox-mobile.example"))
                .filteredOn(said -> said.contains("help@sandbox-mobile.example"))
                .hasSize(1);
        assertThat(sentences(kind, language, ""))
                .hasSize(sentences(kind, language, "x").size() - 1)
                .noneMatch(said -> said.contains("Without an account") || said.contains("没有账户"));
    }

    @Test
    void every_page_names_it_where_one_cannot_sign_in_too() {
        var english = Languages.load().byTag("en").orElseThrow();
        assertThat(Preview.pages(english).get("login")).contains("Contact: help@sandbox-mobile.example");
    }

    private static List<String> sentences(String kind, String language, String contact) {
        var words = new Words(Languages.load().byTag(language).orElseThrow());
        var seller = new LegalPage.Seller("Sandbox Mobile", contact);
        return LegalPage.of(kind, "1", Optional.empty(), seller, words).parts().stream()
                .flatMap(part -> part.paragraphs().stream())
                .map(Shown::plain)
                .toList();
    }
}
