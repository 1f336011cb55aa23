package dev.keepline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void the_json_is_flat_and_keeps_what_the_machine_was() {
        var figures = new Figures(Map.of());
        figures.add("ratio", 0.512);
        figures.add("start_ms", 2345);

        assertThat(figures.json(Map.of("machine", "2 cores, \"fast\""))).isEqualTo("""
                {
                  "machine": "2 cores, 'fast'",
                  "ratio": 0.512,
                  "start_ms": 2345
                }
                """);
    }
}
