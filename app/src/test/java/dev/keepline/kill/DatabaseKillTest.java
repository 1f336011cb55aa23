package dev.keepline.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.RealProcess;
import dev.keepline.kill.KillPoint.Side;
import dev.keepline.portal.Visitor;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database is killed in the middle of renewals, all its processes with -9, and comes back with what it had promised. The
 * application lives through that; or dies with it, and the next one goes on (faults 15, 16, 17).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseKillTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int CROWD = 4;

    private MortalPostgres postgres;
    private Grounds grounds;
    private JdbcClient owner;
    private ClassArchive classes;
    private Life life;
    private int lives;

    @BeforeAll
    void begin() {
        var folder = ClassArchive.folder("database-kill");
        postgres = new MortalPostgres(folder);
        grounds = new Grounds(folder, postgres.database());
        var database = postgres.database();
        owner = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.password()));
        classes = new ClassArchive(folder);
        life = another();
    }

    @AfterAll
    void end() {
        life.close();
        grounds.close();
        postgres.close();
    }

    private Life another() {
        return new Life(grounds, classes, "life-" + ++lives).go();
    }

    static Stream<KillPoint> moments() {
        return Stream.of(
                KillPoint.commit(Side.BEFORE, Stage.Ordering.class),
                KillPoint.call(Side.BEFORE, Call.PlaceOrder.class),
                KillPoint.call(Side.AFTER, Call.PlaceOrder.class),
                KillPoint.commit(Side.BEFORE, Stage.Capturing.class),
                KillPoint.call(Side.BEFORE, Call.Capture.class),
                KillPoint.call(Side.AFTER, Call.Capture.class),
                KillPoint.commit(Side.AFTER, Stage.Renewed.class));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void fault_15_killed_while_a_renewal_is_at(KillPoint moment) {
        var scene = new Scene(grounds, owner, Act.RENEWED);
        life.hold(moment);
        Play.until(() -> life.stopped(moment), LONGEST, "to come to " + moment, life, scene);
        postgres.kill();
        life.goOn();
        postgres.revive();
        endsWell(scene);
    }

    @RepeatedTest(3)
    void fault_15_killed_at_any_moment_under_a_crowd() {
        var crowd = crowd();
        Play.until(() -> under(crowd), LONGEST, "to pay", life, crowd);
        sleep(ThreadLocalRandom.current().nextInt(400));
        postgres.kill();
        postgres.revive();
        endsWell(crowd);
    }

    @RepeatedTest(2)
    void fault_16_the_application_dies_with_its_database() {
        var crowd = crowd();
        Play.until(() -> under(crowd), LONGEST, "to pay", life, crowd);
        sleep(ThreadLocalRandom.current().nextInt(400));
        life.close();
        postgres.kill();
        postgres.revive();
        life = another();
        endsWell(crowd);
    }

    /** Whoever looks or presses meanwhile reads our own page, in their language, and what is true of their money. */
    @Test
    void fault_15_pages_are_ours_while_it_is_gone() {
        var line = grounds.line("");
        var quote = grounds.quote(line);
        var email = "kill-" + line.identity().label().substring("Line ".length()) + "@keepline.example";
        var person = new Visitor(grounds.pages());
        assertThat(person.signIn(email, "seven lanterns over a quiet river").statusCode())
                .isEqualTo(303);
        var token = person.formToken("/quotes/" + quote.id());
        postgres.kill();
        try {
            var pressed = person.post("/quotes/" + quote.id() + "/pay", Map.of("terms", "x", "spend", "yes"), token);
            isOurs(pressed, "en", "You are charged only after the carrier confirms.", "look at its page");
            isOurs(person.get("/"), "en", "Nothing is taken before a carrier confirms.");
            isOurs(person.get("/quotes/" + quote.id(), "Accept-Language", "zh-CN"), "zh-CN", "运营商确认之前不会扣款");
            isOurs(new Visitor(grounds.pages()).signIn(email, "x"), "en", "cannot reach its database");
        } finally {
            postgres.revive();
        }
        RealProcess.await("the pages are back", LONGEST, () -> person.get("/").statusCode() == 200);
    }

    private static void isOurs(HttpResponse<String> answer, String language, String... texts) {
        assertThat(answer.statusCode()).as("not broken, but soon back").isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(answer.body())
                .contains("class=\"brand\"", "</html>")
                .contains(texts)
                .doesNotContain("Tomcat");
    }

    private Scene[] crowd() {
        return IntStream.range(0, CROWD)
                .mapToObj(_ -> new Scene(grounds, owner, Act.RENEWED))
                .toArray(Scene[]::new);
    }

    /** Whether a payment of the crowd has been made. */
    private static boolean under(Scene... crowd) {
        return Stream.of(crowd)
                .flatMap(scene -> scene.renewals().stream())
                .anyMatch(renewal -> !List.of("Opening", "AwaitingPayment").contains(renewal.stage()));
    }

    private void endsWell(Scene... scenes) {
        assertThat(life.alive()).as("the application lives through it").isTrue();
        RealProcess.await("the database is back", LONGEST, this::answers);
        owner.sql("update job set leased_until = '-infinity' where leased_until > now()")
                .update();
        for (var scene : scenes) {
            Play.until(scene::over, LONGEST, "to end", life, scenes);
        }
        for (var scene : scenes) {
            assertThat(new Wrongs(grounds, owner).after(scene))
                    .as("wrong: " + scene)
                    .isEmpty();
        }
    }

    /** For us who look, too: the connections we kept are dead. */
    private boolean answers() {
        try {
            return grounds.bean(JdbcClient.class)
                            .sql("select 1")
                            .query((row, n) -> row.getInt(1))
                            .single()
                    == 1;
        } catch (DataAccessException _) {
            return false;
        }
    }

    private static void sleep(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }
}
