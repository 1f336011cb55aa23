package dev.keepline.portal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page of a database that does not answer. */
class DownPageTest {

    @Test
    void the_page_says_so_and_where_somebody_paid_it_says_what_is_true_of_the_money() {
        assertThat(ErrorPage.of(503, "/lines/1", "", "/").when(true).kind()).isEqualTo("down");
        assertThat(ErrorPage.of(503, "/quotes/1/pay", "", "/").when(true).kind())
                .isEqualTo("paying");
        assertThat(ErrorPage.of(503, "/login", "", "/").when(false).kind()).isEqualTo("busy");
    }
}
