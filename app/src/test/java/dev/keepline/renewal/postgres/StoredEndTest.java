package dev.keepline.renewal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Refusal;
import dev.keepline.renewal.engine.EndReason;
import dev.keepline.renewal.engine.Stage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An end keeps what was meant by a no; ends of before that was kept are read all the same. */
class StoredEndTest {

    private static final Instant AT = Instant.parse("2026-11-25T10:15:00Z");

    private final RenewalJson json = new RenewalJson();

    @Test
    void an_end_keeps_meaning_and_code() {
        var no = Optional.of(new Refusal(Refusal.Why.WRONG_NUMBER, "1005003"));
        Stage end = new Stage.NotCharged(EndReason.CARRIER_REFUSED, AT, no);

        assertThat(json.read(Stage.class, json.write(Stage.class, end))).isEqualTo(end);
    }

    @Test
    void an_end_of_before_has_none() {
        var old = json.write(Stage.class, new Stage.NotCharged(EndReason.CARRIER_REFUSED, AT))
                .replace(",\"refusal\":null", "");

        assertThat(old).doesNotContain("refusal");
        assertThat(json.read(Stage.class, old)).isEqualTo(new Stage.NotCharged(EndReason.CARRIER_REFUSED, AT));
    }
}
