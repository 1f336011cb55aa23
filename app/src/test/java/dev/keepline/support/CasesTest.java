package dev.keepline.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CasesTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");
    private static final Optional<RenewalId> RENEWAL = Optional.of(new RenewalId(new UUID(7, 7)));

    private final Cases cases = new Cases(postgres.jdbc(), postgres.transactions());
    private final AccountId ann = postgres.account();

    @Test
    void one_matter_has_one_open_case() {
        assertThat(cases.open(ann, RENEWAL, "CARRIER_SILENT", "since ten", AT)).isTrue();
        assertThat(cases.open(ann, RENEWAL, "CARRIER_SILENT", "still", AT.plusSeconds(9)))
                .isFalse();
        assertThat(cases.open(ann, Optional.empty(), "FLOAT_DIFFERS", "by USD 1", AT))
                .isTrue();
        assertThat(cases.open(ann, Optional.empty(), "FLOAT_DIFFERS", "by USD 2", AT))
                .isFalse();
        assertThat(cases.open(ann)).extracting(SupportCase::facts).containsExactlyInAnyOrder("since ten", "by USD 1");
    }

    @Test
    void a_closed_case_is_kept_with_its_reason_and_the_matter_can_come_up_again() {
        cases.open(ann, RENEWAL, "CARRIER_SILENT", "since ten", AT);
        var open = cases.open(ann).getFirst();
        assertThat(cases.close(ann, open.id(), "the carrier confirmed by telephone", AT.plusSeconds(60)))
                .isTrue();
        assertThat(cases.close(ann, open.id(), "again", AT.plusSeconds(61))).isFalse();
        assertThat(cases.open(ann)).isEmpty();
        assertThat(cases.open(ann, RENEWAL, "CARRIER_SILENT", "since noon", AT.plusSeconds(90)))
                .isTrue();
        assertThat(postgres.jdbc()
                        .sql("select resolution from support_case where account_id = ? and closed_at is not null")
                        .param(ann.value())
                        .query(String.class)
                        .single())
                .isEqualTo("the carrier confirmed by telephone");
    }

    @Test
    void a_closed_case_is_found_with_its_end_and_the_last_that_ended_is_first() {
        cases.open(ann, RENEWAL, "CARRIER_SILENT", "since ten", AT);
        var open = cases.open(ann).getFirst();
        assertThat(cases.closed(ann, open.id())).isEmpty();
        var later = Instant.parse("2099-01-01T00:00:00Z");
        cases.close(ann, open.id(), "by telephone", later);
        assertThat(cases.closed(ann, open.id())).hasValueSatisfying(closed -> {
            assertThat(closed.how()).isEqualTo("by telephone");
            assertThat(closed.at()).isEqualTo(later);
        });
        assertThat(cases.closed(postgres.account(), open.id())).isEmpty();
        assertThat(cases.lastClosed(1)).extracting(closed -> closed.one().id()).containsExactly(open.id());
    }

    @Test
    void a_case_that_a_colleague_has_is_not_taken_from_an_old_page() {
        cases.open(ann, RENEWAL, "CARRIER_SILENT", "since ten", AT);
        var open = cases.open(ann).getFirst().id();
        var one = postgres.account();
        var other = postgres.account();
        assertThat(cases.take(ann, open, one)).isTrue();
        assertThat(cases.take(ann, open, other)).isFalse();
        assertThat(cases.leave(ann, open, other)).isFalse();
        assertThat(cases.open(ann).getFirst().assignee()).hasValue(one);
        assertThat(cases.takeOver(ann, open, other, one))
                .as("seen in whose hands it was")
                .isTrue();
        assertThat(cases.takeOver(ann, open, postgres.account(), one))
                .as("no longer theirs")
                .isFalse();
        assertThat(cases.leave(ann, open, one)).isFalse();
        assertThat(cases.leave(ann, open, other)).isTrue();
        assertThat(cases.take(ann, open, one)).isTrue();
    }

    @Test
    void a_case_is_not_closed_without_a_reason() {
        cases.open(ann, RENEWAL, "CARRIER_SILENT", "since ten", AT);
        var open = cases.open(ann).getFirst();
        assertThatThrownBy(() -> cases.close(ann, open.id(), " ", AT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_account_cannot_close_it() {
        cases.open(ann, RENEWAL, "CARRIER_SILENT", "since ten", AT);
        var open = cases.open(ann).getFirst();
        assertThat(cases.close(postgres.account(), open.id(), "not mine", AT)).isFalse();
    }

    @Test
    void operators_see_what_waited_longest_first() {
        var bob = postgres.account();
        cases.open(ann, RENEWAL, "CARRIER_SILENT", "second", Instant.EPOCH.plusSeconds(1));
        cases.open(bob, RENEWAL, "CARRIER_SILENT", "first", Instant.EPOCH);
        assertThat(cases.longestOpen(2)).extracting(SupportCase::facts).containsExactly("first", "second");
    }

    @Test
    void the_application_cannot_delete_a_case() {
        assertThatThrownBy(() -> postgres.jdbc().sql("delete from support_case").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
