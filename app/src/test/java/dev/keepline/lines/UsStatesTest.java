package dev.keepline.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.PlaceOfUse;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class UsStatesTest {

    @Test
    void every_state_has_two_letters_a_name_and_a_zone() {
        assertThat(UsStates.all()).hasSize(52).allSatisfy(state -> {
            assertThat(new PlaceOfUse(state.code(), "00000").state()).isEqualTo(state.code());
            assertThat(state.name()).isNotBlank();
            assertThat(UsStates.ZONES).contains(state.zone());
        });
        assertThat(UsStates.find("NY").orElseThrow().name()).isEqualTo("New York");
        assertThat(UsStates.find("HI").orElseThrow().zone()).isEqualTo(ZoneId.of("Pacific/Honolulu"));
        assertThat(UsStates.find("ny")).isEmpty();
    }
}
