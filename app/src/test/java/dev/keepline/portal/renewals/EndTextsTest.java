package dev.keepline.portal.renewals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.Refusal;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Price;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.engine.EndReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

        assertThat(EndTexts.why(w, ended(Optional.empty()), "Ultra")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void money_that_did_not_come_is_no_renewal_that_failed(String language) {
        var w = new Words(Languages.load().byTag(language).orElseThrow());
        var renewal = w.language().tag().equals("en") ? "renew" : "续费";

        assertThat(Arrays.stream(EndReason.values())
                        .filter(reason -> reason != EndReason.DATES_DIFFER) // of plans only
                        .map(reason -> ended(Optional.of(new RenewalView.End(reason.name(), Optional.empty())), false))
                        .map(view ->
                                EndTexts.why(w, view, "Ultra").orElseThrow().plain()))
                .hasSizeGreaterThan(9)
                .noneMatch(text -> text.contains(renewal));
    }

    @Test
    void who_has_to_wait_or_to_ask_is_not_sent_to_choose_again() {
        assertThat(next(Refusal.Why.TAKEN_FOR_REPEAT)).isEqualTo(EndTexts.Next.WAIT);
        assertThat(next(Refusal.Why.CARRIER_TROUBLE)).isEqualTo(EndTexts.Next.WAIT);
        assertThat(next(Refusal.Why.LINE_NOT_ACCEPTED)).isEqualTo(EndTexts.Next.ASK);
        assertThat(next(Refusal.Why.WRONG_NUMBER)).isEqualTo(EndTexts.Next.ASK);
        assertThat(next(Refusal.Why.NOT_OFFERED)).isEqualTo(EndTexts.Next.OTHER);
        assertThat(next(Refusal.Why.UNKNOWN)).isEqualTo(EndTexts.Next.AGAIN);
    }

    private static EndTexts.Next next(Refusal.Why why) {
        var end = new RenewalView.End("CARRIER_REFUSED", Optional.of(new Refusal(why, CODE)));
        return EndTexts.next(ended(Optional.of(end)));
    }

    private static String said(Words w, Optional<Refusal.Why> why) {
        var end = new RenewalView.End("CARRIER_REFUSED", why.map(is -> new Refusal(is, CODE)));
        return EndTexts.why(w, ended(Optional.of(end)), "Ultra").orElseThrow().plain();
    }

    private static RenewalView ended(Optional<RenewalView.End> end) {
        return ended(end, true);
    }

    private static RenewalView ended(Optional<RenewalView.End> end, boolean movesDates) {
        return new RenewalView(
                new RenewalId(new UUID(5, 5)),
                new RenewalView.Bought(
                        new LineId(new UUID(1, 2)),
                        new QuoteId(new UUID(4, 4)),
                        new Price(Money.usd(1_000), List.of()),
                        new Effect.Credit(Money.usd(1_000)),
                        new RenewalView.Proof(ProofLevel.AGGREGATOR, "dtone"),
                        movesDates),
                new RenewalView.Standing(Phase.NOT_CHARGED, Optional.empty(), Optional.empty(), Optional.empty(), end),
                Map.of(),
                7);
    }
}
