package dev.keepline.portal.forms;

import dev.keepline.journey.World;
import dev.keepline.portal.Visitor;
import dev.keepline.portal.forms.Form.At;
import dev.keepline.portal.forms.Form.Who;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Everybody who fills in forms, in each language. */
final class Readers {

    private final World world;
    private final Map<String, Visitor> known = new HashMap<>();
    private final Map<Visitor, String> tokens = new HashMap<>();

    Readers(World world) {
        this.world = world;
    }

    /**
     * What came back.
     *
     * @param reader who sent the form
     */
    record Answer(HttpResponse<String> first, Visitor reader) {

        int statusCode() {
            return first.statusCode();
        }

        String body() {
            return first.body();
        }

        String location() {
            return first.headers().firstValue("Location").orElse("");
        }

        /** The page it leads to. */
        HttpResponse<String> next() {
            return reader.get(location().replaceFirst("#.*", ""));
        }
    }

    Visitor of(Form form, String language) {
        return form.who() == Who.NOBODY
                ? fresh(language)
                : known.computeIfAbsent(form.who() + language, _ -> signedIn(form.who(), language));
    }

    Answer send(Form form, At at, Map<String, String> values, String language) {
        var reader = of(form, language);
        var token = tokens.computeIfAbsent(reader, known -> known.formToken("/login"));
        return new Answer(reader.post(at.action(), values, token), reader);
    }

    private Visitor fresh(String language) {
        var origin = world.url("/").toString();
        var visitor = new Visitor(origin.substring(0, origin.length() - 1));
        visitor.submit("/login", "/language", Map.of("to", language));
        return visitor;
    }

    Visitor signedIn(Who who, String language) {
        var visitor = fresh(language);
        var email = switch (who) {
            case STAFF -> Ground.STAFF;
            case LEAVER -> Ground.LEAVER;
            case OTHER -> Ground.OTHER;
            case OWNER, NOBODY -> Ground.OWNER;
        };
        var answer = visitor.signIn(email, World.PASSWORD);
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.body());
        }
        return visitor;
    }
}
