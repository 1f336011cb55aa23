package dev.keepline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.portal.Visitor;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account in a world: signs in, and reads what arrives in the mailbox. */
final class AccountDesk {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+\\?t=\\S+)");

    private final World world;

    AccountDesk(World world) {
        this.world = world;
    }

    Visitor visitor() {
        var origin = world.url("/").toString();
        return new Visitor(origin.substring(0, origin.length() - 1));
    }

    Visitor signedIn(String email) {
        var visitor = visitor();
        assertThat(visitor.signIn(email, World.PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    /** The letter of that subject, once it has arrived. */
    JsonNode letter(String to, String subject) {
        RealProcess.await(
                subject + " for " + to,
                Duration.ofSeconds(30),
                () -> find(to, subject).isObject());
        return find(to, subject);
    }

    private JsonNode find(String to, String subject) {
        return world.sandbox()
                .letters(to)
                .valueStream()
                .filter(letter -> letter.path("subject").asString().equals(subject))
                .findFirst()
                .orElseGet(() -> JsonMapper.shared().createArrayNode());
    }

    /** Any letter whose text has this in it, once it has arrived. */
    JsonNode anyLetter(String to, String part) {
        RealProcess.await(
                part + " for " + to,
                Duration.ofSeconds(30),
                () -> holding(to, part).isPresent());
        return holding(to, part).orElseThrow();
    }

    private Optional<JsonNode> holding(String to, String part) {
        return world.sandbox()
                .letters(to)
                .valueStream()
                .filter(letter -> letter.path("text").asString().contains(part))
                .findFirst();
    }

    /** The link of a letter, as a path. */
    String link(JsonNode letter) {
        var found = LINK.matcher(letter.path("text").asString());
        assertThat(found.find()).as(letter.toString()).isTrue();
        return found.group(1);
    }

    String token(String link) {
        return link.substring(link.indexOf("t=") + 2);
    }
}
