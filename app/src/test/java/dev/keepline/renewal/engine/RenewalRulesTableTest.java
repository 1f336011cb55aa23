package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.JournalEntry;
import dev.keepline.renewal.engine.Decision.LineEffect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every stage with everything that can be heard in it, a minute after the renewal began. What a stage does with a signal
 * it does not name is in its last row. A change of the rules is a change of the table, to be read row by row.
 */
class RenewalRulesTableTest {

    private static final String TABLE = "renewal-rules.txt";
    private static final Instant NOW = Sample.T0.plusSeconds(60);

    private final RenewalRules rules = new RenewalRules();
    private final Terms terms = fixed();

    @Test
    void every_stage_answers_every_signal_as_the_table_says() throws IOException {
        var actual = table();
        Files.writeString(Path.of("target", TABLE), actual);

        try (var expected = getClass().getResourceAsStream(TABLE)) {
            assertThat(actual)
                    .as("what the rules do now is in target/" + TABLE)
                    .isEqualTo(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void there_is_a_sample_of_every_stage_and_every_signal() {
        assertThat(Sample.stages(terms).stream().map(Object::getClass).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(leaves(Stage.class).toList());
        assertThat(Signals.all(terms).values().stream()
                        .map(Object::getClass)
                        .map(Class::getSimpleName)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(leaves(Signal.class).toList());
    }

    /** An id without spread, so that the table's times are round. */
    private static Terms fixed() {
        var some = Sample.terms();
        return new Terms(new RenewalId(new UUID(0, 0)), some.subject(), some.goods(), some.payment(), some.createdAt());
    }

    private String table() {
        var table = new StringBuilder();
        for (var stage : Sample.stages(terms)) {
            table.append(stage.getClass().getSimpleName()).append('\n');
            rows(stage).forEach(row -> table.append("    ").append(row).append('\n'));
        }
        return table.toString();
    }

    private List<String> rows(Stage stage) {
        var usual = text(rules.decide(new Renewal(terms, stage), new Signal.Woken(), NOW));
        var rows = new ArrayList<String>();
        Signals.all(terms).forEach((name, signal) -> {
            var decided = text(rules.decide(new Renewal(terms, stage), signal, NOW));
            if (!decided.equals(usual)) {
                rows.add(String.format("%-34s %s", name, decided));
            }
        });
        rows.add(String.format("%-34s %s", rows.isEmpty() ? "anything" : "woken, or anything else", usual));
        return rows;
    }

    private static String text(Decision decision) {
        var effects = decision.effects();
        return Stream.of(
                        Stream.of(stage(decision.next())),
                        decision.call().stream().map(c -> "calls " + call(c)),
                        effects.entries().stream().map(JournalEntry::template).map(t -> "books " + t),
                        effects.cases().stream().map(c -> "opens " + c.kind()),
                        effects.settled().stream().sorted().map(kind -> "settles " + kind),
                        effects.notices().stream().map(n -> "tells " + n),
                        effects.line().stream().map(RenewalRulesTableTest::line),
                        decision.wakeAt().stream().map(RenewalRulesTableTest::wake))
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
    }

    private static String wake(Instant at) {
        var seconds = Duration.between(NOW, at).toSeconds();
        return seconds < 86_400 ? "again in " + seconds + " s" : "again in " + seconds / 86_400 + " d";
    }

    private static String line(LineEffect effect) {
        return switch (effect) {
            case LineEffect.Append _ -> "appends";
            case LineEffect.Revoke _ -> "revokes";
            case LineEffect.Seen _ -> "shows the record";
        };
    }

    private static String stage(Stage stage) {
        var name = stage.getClass().getSimpleName();
        return switch (stage) {
            case Stage.Capturing s -> name + " " + s.attempt();
            case Stage.Voiding s -> name + " " + s.attempt() + " " + s.reason();
            case Stage.Refunding s -> name + " " + s.attempt();
            case Stage.Ordering s -> name + " " + s.sent().sends();
            case Stage.NotCharged s -> name + " " + s.reason();
            default -> name;
        };
    }

    private static String call(Call call) {
        var name = call.getClass().getSimpleName();
        return call instanceof Call.Command command
                ? name + " " + command.id().value().replaceFirst(".*-", "")
                : name;
    }

    private static Stream<String> leaves(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses()).flatMap(RenewalRulesTableTest::leaves)
                : Stream.of(sealed.getSimpleName());
    }
}
