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
    void what_is_in_one_state_and_reaches_over_no_border_is_in_no_other() {
        assertThat(IntStream.range(0, 1000).mapToObj(prefix -> "%03d99".formatted(prefix)))
                .allSatisfy(zip -> assertThat(UsStates.all().stream()
                                .filter(state -> UsZips.in(state.code(), zip))
                                .count())
                        .as(zip)
                        .isLessThanOrEqualTo(1));
    }

    @Test
    void places_along_a_border_and_prefixes_of_nobody_are_told_apart() {
        assertThat(UsZips.in("NY", "06390")).as("Fishers Island").isTrue();
        assertThat(UsZips.in("CT", "06390")).isFalse();
        assertThat(UsZips.in("WY", "83414")).as("Alta").isTrue();
        assertThat(UsZips.in("ID", "83401")).isTrue();
        assertThat(UsZips.in("MA", "05501")).isTrue();
        assertThat(UsZips.in("VT", "05501")).isFalse();
        assertThat(UsZips.in("FL", "34001")).as("of the forces").isFalse();
        assertThat(UsZips.in("OK", "73301")).as("Austin").isFalse();
        assertThat(UsZips.in("TX", "73301")).isTrue();
        assertThat(UsZips.in("PR", "00901")).isTrue();
        assertThat(UsZips.in("MD", "21301")).as("given to nobody").isFalse();
    }

    @Test
    void what_reaches_over_a_border_is_in_either_state_and_in_no_third() {
        assertThat(UsZips.in("KY", "42223")).as("Fort Campbell").isTrue();
        assertThat(UsZips.in("TN", "42223")).isTrue();
        assertThat(UsZips.in("IN", "42223")).isFalse();
        assertThat(UsZips.in("OR", "97635")).as("New Pine Creek").isTrue();
        assertThat(UsZips.in("CA", "97635")).isTrue();
        assertThat(UsZips.in("RI", "02861")).as("Pawtucket").isTrue();
        assertThat(UsZips.in("MA", "02861")).isTrue();
        assertThat(UsZips.in("MA", "02860")).as("its neighbour").isFalse();
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
