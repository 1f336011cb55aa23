package dev.keepline.portal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine wrote about a case, in sentences of either language. */
class CaseFactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATA_BYTES grew by 2500000000 only, bought were 5000000000 | Data: 2.5 GB of 5 GB arrived.
            CREDIT_CENTS grew by 500 only, bought were 1000            | Credit: $5.00 of $10.00 arrived.
            DATA_BYTES has not grown                                    | Data: nothing has arrived.
            the carrier reversed 2238000052                             | The carrier took order 2238000052 back.
            ordered at 2026-11-29T10:00:00Z                             | Ordered today 10:00 UTC, no certain answer since.
            the reservation ends at 2026-12-05T10:00:00Z                | The hold ends 5 Dec, 10:00 UTC.
            float-empty                                                 | Our balance at the aggregator is used up.
            something nobody knows                                      | something nobody knows
            """)
    void the_engine_s_facts_become_sentences(String facts, String sentence) {
        assertThat(texts("en").sentence(facts).plain()).isEqualTo(sentence);
    }

    @Test
    void also_in_chinese() {
        assertThat(texts("zh-CN")
                        .sentence("DATA_BYTES grew by 2500000000 only, bought were 5000000000")
                        .plain())
                .isEqualTo("流量：买了 5 GB，只到账 2.5 GB。");
    }

    private static CaseFacts texts(String tag) {
        var words = new Words(Languages.load().byTag(tag).orElseThrow());
        return new CaseFacts(new DeskTexts(words, Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC));
    }
}
