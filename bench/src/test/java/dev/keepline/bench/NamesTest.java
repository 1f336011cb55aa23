package dev.keepline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.Iccid;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void stored_lines_have_valid_numbers_of_their_own_that_the_aggregator_does_not_refuse_on_purpose() {
        var all = LongStream.range(0, 20_000).mapToObj(Names::iccid).toList();

        assertThat(all).doesNotHaveDuplicates().allSatisfy(iccid -> {
            assertThat(Iccid.parse(iccid)).isPresent();
            assertThat(iccid).doesNotMatch(".*0[0-7]$");
        });
    }

    @Test
    void ids_are_random_ones_by_their_form_and_the_same_in_every_run() {
        var all = LongStream.range(0, 20_000).mapToObj(Names::line).toList();

        assertThat(all).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(Names.line(7)).isEqualTo(all.get(7)).isNotEqualTo(Names.account(7));
    }
}
