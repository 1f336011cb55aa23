package dev.keepline.portal.renewals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Refusal;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A no is told in words of one's own language, and never in a vendor's. */
class EndTextsTest {

    private static final String CODE = "x_vendor_code_17";

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void every_meaning_has_words_of_its_own_for_readers_and_for_staff(String language) {
        var w = new Words(Languages.load().byTag(language).orElseThrow());

        assertThat(Arrays.stream(Refusal.Why.values()).map(why -> said(w, Optional.of(why))))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text)
                        .startsWith(said(w, Optional.empty()).strip())
                        .doesNotContain(CODE, "{", "refusal."));
        assertThat(Refusal.Why.values()).allMatch(why -> w.has("console.refusal." + why));
    }

    @Test
    void what_has_not_ended_so_has_no_reason() {
        var w = new Words(Languages.load().byTag("en").orElseThrow());

        assertThat(EndTexts.why(w, standing(Optional.empty()), "Ultra")).isEmpty();
    }

    private static String said(Words w, Optional<Refusal.Why> why) {
        var end = new RenewalView.End("CARRIER_REFUSED", why.map(is -> new Refusal(is, CODE)));
        return EndTexts.why(w, standing(Optional.of(end)), "Ultra")
                .orElseThrow()
                .plain();
    }

    private static RenewalView.Standing standing(Optional<RenewalView.End> end) {
        return new RenewalView.Standing(Phase.NOT_CHARGED, Optional.empty(), Optional.empty(), Optional.empty(), end);
    }
}
