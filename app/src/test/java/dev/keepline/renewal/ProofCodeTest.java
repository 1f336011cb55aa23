package dev.keepline.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofCodeTest {

    private static final ProofCode CODE = new ProofCode("10Q4W2MB9XTE3HVA");

    @Test
    void it_is_printed_in_groups_and_read_back_however_it_is_typed() {
        assertThat(CODE).hasToString("10Q4-W2MB-9XTE-3HVA");
        for (var typed : new String[] {
            "10Q4-W2MB-9XTE-3HVA",
            " 10q4 w2mb 9xte 3hva ",
            "lOq4–w2mb–9xte–3hva",
            "IoQ4W2MB9XTE3HVA",
            "10Q4.W2MB.9XTE.3HVA"
        }) {
            assertThat(ProofCode.parse(typed)).as(typed).hasValue(CODE);
        }
    }

    @Test
    void what_can_be_no_code_is_none() {
        for (var typed :
                new String[] {"", "10Q4-W2MB-9XTE", "10Q4-W2MB-9XTE-3HVU", "10Q4-W2MB-9XTE-3HVAA", "../../x"}) {
            assertThat(ProofCode.parse(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void every_letter_of_the_alphabet_comes_up_at_every_place() {
        var random = new Random(7);
        var seen = new java.util.HashSet<String>();
        IntStream.range(0, 2000).forEach(n -> {
            var letters = ProofCode.random(random).letters();
            for (int i = 0; i < letters.length(); i++) {
                seen.add(i + ":" + letters.charAt(i));
            }
        });
        assertThat(seen).as("16 places of 32 letters: 80 bits").hasSize(16 * 32);
        assertThat(ProofCode.random(new SecureRandom())).isNotEqualTo(ProofCode.random(new SecureRandom()));
    }
}
