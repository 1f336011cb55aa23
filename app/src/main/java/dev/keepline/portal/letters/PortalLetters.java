package dev.keepline.portal.letters;

import dev.keepline.identity.LetterWriter;
import dev.keepline.identity.Recipient;
import dev.keepline.notifications.Letter;
import dev.keepline.portal.frame.PortalProperties;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.settings.KeeplineProperties;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes letters from the language files: {@code letter.<kind>.subject}, {@code .1}, {@code .2}…, {@code .button}, {@code .after}. */
@Component
class PortalLetters implements LetterWriter {

    private final Languages languages;
    private final PortalProperties portal;
    private final KeeplineProperties settings;

    PortalLetters(Languages languages, PortalProperties portal, KeeplineProperties settings) {
        this.languages = languages;
        this.portal = portal;
        this.settings = settings;
    }

    @Override
    public Letter write(Recipient to, String kind, Map<String, Object> facts, Optional<String> path) {
        var words = new Words(
                languages.byTag(to.language()).orElseGet(() -> languages.all().getFirst()));
        var key = "letter." + kind;
        var values = values(words, facts);
        var envelope = new Letter.Envelope(to.email().value(), words.language().locale(), Optional.empty());
        var action = path.map(at -> new Letter.Action(words.t(key + ".button"), settings.link(at)));
        return new Letter(
                envelope,
                words.t(key + ".subject", values),
                new Letter.Body(paragraphs(words, key, values), action, after(words, key, values)));
    }

    private static List<String> paragraphs(Words words, String key, Object[] values) {
        var paragraphs = new ArrayList<String>();
        for (int n = 1; words.has(key + "." + n); n++) {
            paragraphs.add(words.t(key + "." + n, values));
        }
        return paragraphs;
    }

    private List<String> after(Words words, String key, Object[] values) {
        var own = words.has(key + ".after") ? Stream.of(words.t(key + ".after", values)) : Stream.<String>empty();
        return Stream.concat(own, Stream.of(words.t("letter.foot", "operator", portal.operator())))
                .toList();
    }

    private Object[] values(Words words, Map<String, Object> facts) {
        return Stream.concat(
                        Stream.of("operator", portal.operator()),
                        facts.entrySet().stream()
                                .flatMap(fact -> Stream.of(fact.getKey(), said(words, fact.getValue()))))
                .toArray();
    }

    /** A moment by its day, its time and its zone; anything else as it is. */
    private static Object said(Words words, Object fact) {
        return fact instanceof ZonedDateTime at
                ? words.t(
                        "paper.moment",
                        "date",
                        words.date(at.toLocalDate()),
                        "time",
                        words.time(at.toInstant(), at.getZone()),
                        "zone",
                        words.zone(at.getZone()))
                : fact;
    }
}
