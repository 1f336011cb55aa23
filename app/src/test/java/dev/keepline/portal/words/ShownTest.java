package dev.keepline.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How text stands on a page. */
class ShownTest {

    @Test
    void a_name_of_a_letter_and_a_word_is_not_torn_at_its_hyphen() {
        var shown = Shown.text("T-Mobile Prepaid & pay-as-you-go");
        assertThat(shown.html()).isEqualTo("<span class=\"nb\">T-Mobile</span> Prepaid &amp; pay-as-you-go");
        assertThat(shown.plain()).isEqualTo("T-Mobile Prepaid & pay-as-you-go");
    }
}
