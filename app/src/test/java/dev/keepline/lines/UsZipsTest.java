package dev.keepline.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which state a ZIP code is in. */
class UsZipsTest {

    @Test
    void a_zip_is_in_its_own_state_and_not_in_another() {
        assertThat(UsZips.in("CA", "94105")).isTrue();
        assertThat(UsZips.in("NY", "94105")).isFalse();
        assertThat(UsZips.in("NY", "10001")).isTrue();
        assertThat(UsZips.in("DC", "20001")).isTrue();
        assertThat(UsZips.in("NY", "00501")).isTrue();
        assertThat(UsZips.in("XX", "10001")).isFalse();
    }

    @Test
    void every_state_has_some() {
        assertThat(UsStates.all())
                .allSatisfy(state -> assertThat(IntStream.range(0, 1000)
                                .mapToObj(prefix -> "%03d01".formatted(prefix))
                                .anyMatch(zip -> UsZips.in(state.code(), zip)))
                        .as(state.code())
                        .isTrue());
    }
}
