package dev.keepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    @Test
    void fresh_seeds_find_nothing_and_go_everywhere() {
        long first = new SplittableRandom().nextLong(1_000_000_000_000L);
        var output = run("--seeds", "20000", "--from", Long.toString(first));
        System.out.print(output);

        assertThat(output).startsWith("first seed " + first).endsWith("20000 seeds, 0 violations\n");
    }

    @Test
    void the_same_seed_gives_the_same_run_to_the_last_bit() {
        for (long seed = 1; seed <= 200; seed++) {
            var once = Simulation.run(seed, Wiring.REAL, false);
            var again = Simulation.run(seed, Wiring.REAL, true);

            assertThat(again.hash()).as("seed %d", seed).isEqualTo(once.hash());
            assertThat(again.coverage().toString()).isEqualTo(once.coverage().toString());
        }
        assertThat(run("--from", "7", "--trace")).isEqualTo(run("--from", "7", "--trace"));
    }

    @Test
    void two_seeds_give_two_runs() {
        assertThat(Simulation.run(1, Wiring.REAL, false).hash())
                .isNotEqualTo(Simulation.run(2, Wiring.REAL, false).hash());
    }

    @Test
    void what_is_not_understood_is_said_and_explained() {
        assertThat(run("--seeds")).contains("--seeds needs a number", "./keepline sim --help");
        assertThat(run("--sed", "3")).contains("not understood: --sed");
        assertThat(run()).contains("--seeds N is missing");
    }

    private static String run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        SimulatorCommand.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
