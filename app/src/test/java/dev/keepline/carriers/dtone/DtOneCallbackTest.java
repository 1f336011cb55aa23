package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.WakeRef;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The callback as DT One, and whoever guesses at its address, meets it: over HTTP, in the running application. */
class DtOneCallbackTest {

    @RegisterExtension
    static final World world = new World();

    /** No handler takes this kind up, so that the wake-ups can be counted. */
    private static final String KIND = "nobodys";

    private final AccountId account = world.account(UUID.randomUUID() + "@keepline.example");
    private final WakeRef job = new WakeRef(KIND, account, UUID.randomUUID().toString());
    private final URI address = world.bean(CallbackAddress.class).of(job);

    private static int call(URI address, String body) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void the_address_wakes_the_job_it_names_whatever_the_body_says() throws Exception {
        world.bean(Jobs.class).schedule(job, InstantSource.system().instant().plus(Duration.ofDays(1)));

        assertThat(call(address, "{\"status\":{\"class\":{\"id\":7}}}")).isEqualTo(200);
        assertThat(call(address, "not json")).isEqualTo(200);

        assertThat(wakes()).isEqualTo(2);
    }

    @Test
    void fault_07_an_address_we_did_not_give_wakes_nobody() throws Exception {
        world.bean(Jobs.class).schedule(job, InstantSource.system().instant().plus(Duration.ofDays(1)));
        var guessed = address.toString().replaceFirst("[^/]+$", "A".repeat(43));
        var othersJob = address.toString().replace(job.key(), UUID.randomUUID().toString());

        assertThat(call(URI.create(guessed), "{}")).isEqualTo(404);
        assertThat(call(URI.create(othersJob), "{}")).isEqualTo(404);

        assertThat(wakes()).isZero();
    }

    @Test
    void an_order_long_gone_is_acknowledged() throws Exception {
        assertThat(call(address, "{}")).isEqualTo(200);
    }

    private int wakes() {
        return world.postgres()
                .owner()
                .sql("select wakes from job where account_id = ? and kind = ? and key = ?")
                .params(account.value(), KIND, job.key())
                .query(Integer.class)
                .single();
    }
}
