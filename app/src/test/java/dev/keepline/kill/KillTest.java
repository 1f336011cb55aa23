package dev.keepline.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.database.PostgresTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application dies at every point there is, one after the other, and the next process goes on. Nothing is charged or
 * ordered twice or lost, every renewal comes to its end, and the ledger is right (faults 1, 2, 16, 29).
 *
 * <p>What takes days or minutes is not waited for: leases of the dead are ended and single renewals are aged in the store.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Duration TO_THE_POINT = Duration.ofMinutes(2);
    private static final Duration TO_THE_END = Duration.ofMinutes(2);

    private final List<KillPoint> neverKilledAt = new ArrayList<>(KillPoint.all());
    private Grounds grounds;
    private JdbcClient owner;
    private Lives lives;

    @BeforeAll
    void begin() {
        var folder = ClassArchive.folder("kill");
        grounds = new Grounds(folder, postgres.database());
        owner = grounds.owner();
        var classes = new ClassArchive(folder);
        classes.record(grounds);
        lives = new Lives(grounds, classes);
    }

    @AfterAll
    void end() {
        lives.close();
        grounds.close();
    }

    @TestFactory
    Stream<DynamicTest> fault_16_killed_at_every_point_everything_ends_well() {
        var points = KillPoint.all().stream()
                .map(point -> DynamicTest.dynamicTest("killed at " + point, () -> killedAt(point)));
        return Stream.concat(
                points, Stream.of(DynamicTest.dynamicTest("no point is left out", this::nothingIsLeftOut)));
    }

    private void nothingIsLeftOut() {
        assertThat(neverKilledAt).as("points at which nothing was killed").isEmpty();
    }

    private void killedAt(KillPoint point) {
        var scene = new Scene(grounds, owner, Act.reaching(point));
        var life = lives.current();
        life.arm(point);
        Play.until(() -> !life.alive(), TO_THE_POINT, "to die at " + point, life, scene);
        assertThat(life.killed()).as("killed by us").isTrue();
        neverKilledAt.remove(point);
        endLeasesOfTheDead();
        Play.until(scene::over, TO_THE_END, "to end after a death at " + point, lives.next(), scene);
        assertThat(new Wrongs(grounds, owner).after(scene))
                .as("wrong after a death at " + point + ": " + scene)
                .isEmpty();
    }

    /** What a minute would do: nobody else works on this database. */
    private void endLeasesOfTheDead() {
        owner.sql("update job set leased_until = '-infinity' where leased_until > now()")
                .update();
    }
}
